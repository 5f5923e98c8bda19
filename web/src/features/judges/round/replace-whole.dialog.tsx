import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JudgesAtWorkQuery, ReplaceJudgeMutation } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../../ui/notice.tsx";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { JUDGES_AT_WORK, REPLACE } from "./judges.query.ts";
import { useDialog, useJudge } from "./use-dialog.ts";

type Outcome = ReplaceJudgeMutation["replaceJudge"];

/** Another judge takes over all that one has not signed, in one act. What cannot be taken over is named with the reason, and stays. */
export function Component(): ReactElement | null {
  const { t } = useTranslation("judges");
  const judge = useJudge();
  const { round, close, done } = useDialog();
  const [by, setBy] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { act, busy, failure } = useAct(REPLACE);
  const refused = useFormProblems(failure);
  const [unsaid, setUnsaid] = useState(false);
  if (!judge) return null;
  const submit = async (): Promise<void> => {
    if (outcome) return done();
    setUnsaid(by === null);
    const answer = by === null ? null : await act({ input: { byJudgeId: by, judgeId: judge.id } });
    if (answer) setOutcome(answer.replaceJudge);
  };
  return (
    <RouteDialog
      title={t("whole.title", { name: `${judge.code} ${judge.name}` })}
      act={t(outcome ? "whole.close" : "replace.do")}
      busy={busy}
      problems={unsaid ? [{ fieldId: "byJudgeId", words: t("whole.choose") }] : refused}
      onSubmit={() => void submit()}
      onClose={outcome ? done : close}
    >
      {outcome ? (
        <Became outcome={outcome} />
      ) : (
        <>
          <p className={styles.words}>{t("whole.text", { name: judge.name })}</p>
          <Successor roundId={round.id} without={judge.id} value={by} onChange={setBy} />
        </>
      )}
    </RouteDialog>
  );
}

type SuccessorProps = {
  readonly roundId: string;
  readonly without: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** Any other judge who accepted; those who stand by come first. Where there are many, what is typed is looked for at the server. */
function Successor({ roundId, without, value, onChange }: SuccessorProps): ReactElement {
  const { t } = useTranslation("judges");
  const [typed, setTyped] = useState("");
  const { data, previousData } = useQuery(JUDGES_AT_WORK, { variables: { roundId, search: typed.trim() || null } });
  const [chosen, setChosen] = useState<Judge | null>(null);
  const found = ((data ?? previousData)?.judges.nodes ?? []).filter(({ id }) => id !== without);
  const known = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  const sorted = known.toSorted((one, other) => Number(other.waiting) - Number(one.waiting));
  const labelOf = ({ code, name, waiting, load }: Judge): string =>
    [`${code} ${name}`, ...(waiting ? [t("waiting")] : []), t("whole.load", { count: load.assigned })].join(" · ");
  return (
    <Select
      id="byJudgeId"
      label={t("whole.who")}
      description={t("whole.whoHint")}
      searchable
      nothingFoundMessage={t("whole.nobody")}
      data={sorted.map((judge) => ({ value: judge.id, label: labelOf(judge) }))}
      filter={({ options }) => options}
      value={value}
      onSearchChange={(words) => setTyped(sorted.some((judge) => labelOf(judge) === words) ? "" : words)}
      onChange={(id) => {
        setChosen(known.find((judge) => judge.id === id) ?? null);
        onChange(id);
      }}
    />
  );
}

type Judge = JudgesAtWorkQuery["judges"]["nodes"][number];

/** How many entries changed hands, and which did not, with the reason of each. */
function Became({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const { t } = useTranslation("judges");
  const words = useRefusalWords();
  const left = (outcome.outcomes ?? []).flatMap(({ assignmentId, reference, refusal }) =>
    refusal ? [{ assignmentId, reference, why: words(refusal) }] : [],
  );
  return (
    <>
      <Notice kind={left.length > 0 ? "waiting" : "saved"} title={t("whole.done", { count: outcome.done ?? 0 })} takesFocus>
        {left.length > 0 ? <p>{t("whole.left")}</p> : null}
      </Notice>
      <ul className={styles.list}>
        {left.map(({ assignmentId, reference, why }) => (
          <li key={assignmentId}>{t("whole.line", { reference, why })}</li>
        ))}
      </ul>
    </>
  );
}
