import { useQuery } from "@apollo/client/react";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { CUSTODY_ROUNDS, CUSTODY_ROW, HELD } from "./custody.query.ts";
import styles from "./custody-pages.module.css";
import { EntriesTable } from "./entries-table.tsx";

/** What the reader holds, the longest held first, with acts on many at once; and the rounds in which to see what everybody holds. */
export function Component(): ReactElement {
  const { t } = useTranslation("custody");
  const list = useConnection(HELD, { variables: {}, pick: pickHeld });
  const rows = useMemo(() => list.rows.map((row) => readFragment(CUSTODY_ROW, row)), [list.rows]);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Section title={t("mine")}>
        <EntriesTable label={t("mine")} rows={rows} list={list} matching={MINE} empty={t("mineEmpty")} isMine />
      </Section>
      <Section title={t("rounds")}>
        <Rounds />
      </Section>
    </Page>
  );
}

/** The list of what waits for the reader. */
const MINE = { mine: true };

function Rounds(): ReactElement {
  const { t } = useTranslation("custody");
  const language = useLanguage();
  const { data } = useQuery(CUSTODY_ROUNDS, { fetchPolicy: "cache-and-network" });
  const rounds = (data?.rounds.nodes ?? []).filter(({ stages }) => stages.some(({ kind }) => kind === "SUBMISSION"));
  if (data && rounds.length === 0) return <EmptyState what={t("roundsEmpty")} />;
  return (
    <ul className={styles.rounds}>
      {rounds.map((round) => (
        <li key={round.id}>
          <Link to={`/${language}/app/custody/${encodeURIComponent(round.code)}`}>{round.name}</Link>
        </li>
      ))}
    </ul>
  );
}

function pickHeld<Connection>(data: { readonly entriesIHold: Connection }): Connection {
  return data.entriesIHold;
}
