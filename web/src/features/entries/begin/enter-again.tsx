import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { EarlierInnovationsQuery } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { newId } from "../../../lib/entries/new-id.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { Section } from "../../../ui/page.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "../entries.module.css";
import type { EntryRound } from "../list/entry-rounds.ts";
import { COPY, EARLIER } from "./begin-documents.ts";

type Innovation = EarlierInnovationsQuery["innovations"]["nodes"][number];

/** The office's innovations of earlier rounds: each can be taken into this one with its answers, or says why not. */
export function EnterAgain(props: { readonly round: EntryRound; readonly agencyId: string }): ReactElement | null {
  const { t } = useTranslation("entries");
  const { data } = useQuery(EARLIER, { variables: { roundId: props.round.id, agencyId: props.agencyId } });
  const copy = useCopy(props.round);
  const problems = useFormProblems(copy.failure);
  const again = (data?.innovations.nodes ?? []).filter(({ beginning }) => beginning.latest !== null && !beginning.entered);
  if (again.length === 0) return null;
  return (
    <Section title={t("again.title")}>
      <p className={styles.help}>{t("again.lead")}</p>
      <ErrorSummary problems={problems} />
      <ul className={styles.tasks}>
        {again.map((innovation) => (
          <Line key={innovation.id} innovation={innovation} busy={copy.busy} onCopy={copy.take} />
        ))}
      </ul>
    </Section>
  );
}

function Line(props: {
  readonly innovation: Innovation;
  readonly busy: boolean;
  readonly onCopy: (entryId: string) => void;
}): ReactElement {
  const { t } = useTranslation("entries");
  const words = useRefusalWords();
  const { title, beginning } = props.innovation;
  const { barredBy, latest } = beginning;
  return (
    <li className={styles.line}>
      <span>
        <strong>{title}</strong> {latest?.round?.name}
      </span>
      {barredBy.length > 0 ? (
        <span className={styles.note}>{barredBy.map(words).join(" ")}</span>
      ) : (
        <Button variant="default" disabled={props.busy} onClick={() => latest && props.onCopy(latest.id)}>
          {t("again.do")}
        </Button>
      )}
    </li>
  );
}

function useCopy(round: EntryRound) {
  const navigate = useNavigate();
  const language = useLanguage();
  const { act, busy, failure } = useAct(COPY);
  const take = async (entryId: string): Promise<void> => {
    const done = await act({ input: { id: newId(), entryId, roundId: round.id } });
    const id = done?.copyEntry.entry?.id;
    if (id) await navigate(`/${language}/app/entries/${id}`);
  };
  return { busy, failure, take: (entryId: string) => void take(entryId) };
}
