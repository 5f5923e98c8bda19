import { LIMITS } from "@isonga/schema/limits";
import { Checkbox, Stack, TextInput } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import type { StageEntry } from "../assignment.query.ts";
import { useReasonWords } from "../reasons.ts";
import { type StageJudge, useAssignmentContext } from "../use-assignment.ts";
import { useByHand } from "./use-by-hand.ts";

/** What one judge has, changed by hand, many entries at once. Where a judge must keep away, the server says so and nothing is done. */
export function Component(): ReactElement | null {
  const { code = "" } = useParams();
  const { judges } = useAssignmentContext();
  const judge = judges.find((one) => one.code === code);
  return judge ? <JudgeDialog judge={judge} /> : null;
}

function JudgeDialog({ judge }: { readonly judge: StageJudge }): ReactElement {
  const { t } = useTranslation("assignment");
  const { entries, assigned } = useAssignmentContext();
  const { assign, close, busy, failure } = useByHand();
  const problems = useFormProblems(failure);
  const why = useReasonWords();
  const held = assigned.filter(({ judgeId }) => judgeId === judge.id);
  const [kept, setKept] = useState<string[]>(held.map(({ entryId }) => entryId));
  const [added, setAdded] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const pair = (entryId: string) => ({ entryId, judgeId: judge.id });
  const removed = held.filter(({ entryId }) => !kept.includes(entryId));
  const free = entries.filter(({ id }) => !held.some(({ entryId }) => entryId === id));
  return (
    <RouteDialog
      title={t("hand.judge", { code: judge.code, name: judge.name })}
      act={t("hand.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void assign({ add: added.map(pair), remove: removed.map(({ entryId }) => pair(entryId)), reason })}
      onClose={close}
    >
      <FreeEntries free={free} value={added} onChange={setAdded} />
      {held.length === 0 ? (
        <p>{t("hand.nothing")}</p>
      ) : (
        <Checkbox.Group label={t("hand.entriesNow")} description={t("hand.uncheck")} value={kept} onChange={setKept}>
          <Stack gap="xs">
            {held.map(({ entryId, entry, title, because, signed }) => (
              <Checkbox
                key={entryId}
                value={entryId}
                label={t("entryOf", { reference: entry, title })}
                description={signed ? t("hand.signed") : why(because)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
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

/** Entries that are shown at once; what is chosen is shown whatever is looked for. */
const SHOWN = 20;

type FreeProps = { readonly free: readonly StageEntry[]; readonly value: string[]; readonly onChange: (value: string[]) => void };

/** The entries that the judge has not, found by reference or title where there are many. */
function FreeEntries({ free, value, onChange }: FreeProps): ReactElement {
  const { t } = useTranslation("assignment");
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase();
  const found = free.filter(({ id, reference, title }) => value.includes(id) || `${reference} ${title}`.toLowerCase().includes(wanted));
  const shown = found.filter(({ id }, index) => index < SHOWN || value.includes(id));
  return (
    <>
      {free.length > SHOWN ? (
        <TextInput id="find" label={t("hand.find")} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      ) : null}
      <Checkbox.Group label={t("hand.addEntries")} description={t("hand.addEntriesHint")} value={value} onChange={onChange}>
        <Stack gap="xs">
          {shown.map(({ id, reference, title }) => (
            <Checkbox key={id} value={id} label={t("entryOf", { reference, title })} />
          ))}
        </Stack>
      </Checkbox.Group>
      {found.length > shown.length ? <p>{t("hand.moreFound", { count: found.length - shown.length })}</p> : null}
    </>
  );
}
