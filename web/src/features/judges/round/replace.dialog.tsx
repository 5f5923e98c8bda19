import { useQuery } from "@apollo/client/react";
import { Radio } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { ReplacementsQuery } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import styles from "../judges.module.css";
import { REPLACE, REPLACEMENTS, VACANCIES } from "./judges.query.ts";
import { useDialog } from "./use-dialog.ts";

type Proposal = ReplacementsQuery["replacements"][number];

/** Who takes over an entry: those who may judge it, the best first. */
export function Component(): ReactElement | null {
  const { t } = useTranslation("judges");
  const { assignmentId = "" } = useParams();
  const { round, close, done } = useDialog();
  const { data } = useQuery(VACANCIES, { variables: { roundId: round.id } });
  const vacancy = data?.judgeVacancies.find((known) => known.assignmentId === assignmentId);
  const found = useQuery(REPLACEMENTS, { variables: { stageId: vacancy?.stageId ?? "", entryId: vacancy?.entryId ?? "" }, skip: !vacancy });
  const proposals = found.data?.replacements ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const words = useRefusalWords();
  const { act, busy, failure } = useAct(REPLACE);
  const problems = [...useFormProblems(failure), ...(left ? [{ words: left }] : [])];
  if (!vacancy) return null;
  const byJudgeId = chosen ?? proposals[0]?.judgeId ?? "";
  const submit = async (): Promise<void> => {
    const answer = await act({ input: { byJudgeId, assignmentIds: [assignmentId] } });
    const refusal = answer?.replaceJudge.outcomes?.find((outcome) => outcome.refusal)?.refusal;
    if (refusal) setLeft(words(refusal));
    else if (answer) done();
  };
  return (
    <RouteDialog
      title={t("replace.title", { entry: vacancy.reference })}
      act={t("replace.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      {found.data && proposals.length === 0 ? <p className={styles.words}>{t("replace.nobody")}</p> : null}
      {proposals.length > 0 ? (
        <Radio.Group label={t("replace.who")} description={t("replace.whoHint")} value={byJudgeId} onChange={setChosen}>
          <div className={styles.list}>
            {proposals.map((proposal) => (
              <Choice key={proposal.judgeId} proposal={proposal} />
            ))}
          </div>
        </Radio.Group>
      ) : null}
    </RouteDialog>
  );
}

function Choice({ proposal }: { readonly proposal: Proposal }): ReactElement {
  const { t } = useTranslation("judges");
  const { judgeId, code, name, waiting, knowsAffair, readsLanguage, load, capacity } = proposal;
  const said = [
    ...(waiting ? [t("waiting")] : []),
    t(knowsAffair ? "replace.knows" : "replace.knowsNot"),
    t(readsLanguage ? "replace.reads" : "replace.readsNot"),
    t("replace.load", { load, capacity }),
  ];
  return <Radio value={judgeId} label={`${code} ${name}`} description={said.join(" · ")} />;
}
