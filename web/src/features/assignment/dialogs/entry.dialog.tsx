import { useQuery } from "@apollo/client/react";
import { LIMITS } from "@isonga/schema/limits";
import { Checkbox, Stack } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { FreeJudgesQuery } from "../../../gql/graphql.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import { FreeJudgesDocument, type StageEntry } from "../assignment.query.ts";
import { useReasonWords } from "../reasons.ts";
import { useAssignmentContext } from "../use-assignment.ts";
import { useByHand } from "./use-by-hand.ts";

/** The judges of one entry, changed by hand: who is taken away, with a reason, and who is added of those who may judge it. */
export function Component(): ReactElement | null {
  const { reference = "" } = useParams();
  const { entries } = useAssignmentContext();
  const entry = entries.find((one) => one.reference === reference);
  return entry ? <EntryDialog entry={entry} /> : null;
}

function EntryDialog({ entry }: { readonly entry: StageEntry }): ReactElement {
  const { t } = useTranslation("assignment");
  const { stage, assigned } = useAssignmentContext();
  const { assign, close, busy, failure } = useByHand();
  const problems = useFormProblems(failure);
  const held = assigned.filter(({ entryId }) => entryId === entry.id);
  const [kept, setKept] = useState<string[]>(held.map(({ judgeId }) => judgeId));
  const [added, setAdded] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const why = useReasonWords();
  const pair = (judgeId: string) => ({ entryId: entry.id, judgeId });
  const removed = held.filter(({ judgeId }) => !kept.includes(judgeId));
  return (
    <RouteDialog
      title={t("hand.entry", { reference: entry.reference, title: entry.title })}
      act={t("hand.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void assign({ add: added.map(pair), remove: removed.map(({ judgeId }) => pair(judgeId)), reason })}
      onClose={close}
    >
      {held.length === 0 ? (
        <p>{t("hand.nobody")}</p>
      ) : (
        <Checkbox.Group label={t("hand.judgesNow")} description={t("hand.uncheck")} value={kept} onChange={setKept}>
          <Stack gap="xs">
            {held.map(({ judgeId, judge, name, because, signed }) => (
              <Checkbox
                key={judgeId}
                value={judgeId}
                label={t("judgeOf", { code: judge, name })}
                description={signed ? t("hand.signed") : why(because)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <FreeJudges stageId={stage.id} entryId={entry.id} value={added} onChange={setAdded} />
      <GrowingText
        id="reason"
        label={t("reason")}
        description={t("hand.reasonHint")}
        minRows={2}
        maxLength={LIMITS.reasonLength}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RouteDialog>
  );
}

type FreeProps = {
  readonly stageId: string;
  readonly entryId: string;
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
};

/** Who may judge the entry and has room; who must keep away is not among them. */
function FreeJudges({ stageId, entryId, value, onChange }: FreeProps): ReactElement {
  const { t } = useTranslation("assignment");
  const { data } = useQuery(FreeJudgesDocument, { variables: { stageId, entryId }, fetchPolicy: "network-only" });
  const free = data?.replacements.filter(({ waiting }) => !waiting);
  if (free?.length === 0) return <p>{t("hand.noFree")}</p>;
  return (
    <Checkbox.Group label={t("hand.add")} description={t("hand.addHint")} value={value} onChange={onChange}>
      <Stack gap="xs">
        {free?.map((judge) => (
          <FreeJudge key={judge.judgeId} judge={judge} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function FreeJudge({ judge }: { readonly judge: FreeJudgesQuery["replacements"][number] }): ReactElement {
  const { t } = useTranslation("assignment");
  const { judgeId, code, name, knowsAffair, readsLanguage, load, capacity } = judge;
  const said = [
    t(knowsAffair ? "why.knowsField" : "why.otherField"),
    t(readsLanguage ? "why.reads" : "why.readsNot"),
    t("hand.load", { load, capacity }),
  ];
  return <Checkbox value={judgeId} label={t("judgeOf", { code, name })} description={said.join(" · ")} />;
}
