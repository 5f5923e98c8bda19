import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { CUSTODY_COUNTS, CUSTODY_ROUND, CUSTODY_ROW, ROUND_ENTRIES } from "./custody.query.ts";
import styles from "./custody-pages.module.css";
import { EntriesTable } from "./entries-table.tsx";
import { Funnel } from "./funnel.tsx";
import { Parties } from "./parties.tsx";

const HOLDERS = ["STAFF", "HEAD", "COORDINATOR", "VERIFIER"] as const;

/** A round's entries: how many each party holds and for how long, how far they have come, and all of them with acts on many at once. */
export function Component(): ReactElement {
  const { round: code = "" } = useParams();
  const { t } = useTranslation("custody");
  const language = useLanguage();
  const { data, loading, error, refetch } = useQuery(CUSTODY_ROUND, { variables: { code } });
  const round = data?.round;
  const counts = useQuery(CUSTODY_COUNTS, { variables: { roundId: round?.id ?? "" }, skip: !round, fetchPolicy: "cache-and-network" });
  return (
    <Page
      title={round ? t("roundTitle", { round: round.name }) : t("title")}
      breadcrumbs={[{ label: t("crumb"), to: `/${language}/app/custody` }, { label: round?.name ?? code }]}
      loading={loading && !round}
    >
      {error && !round ? <QueryError error={error} retry={() => void refetch()} /> : null}
      {round ? (
        <>
          <Section title={t("parties")}>{counts.data ? <Parties counts={counts.data.custodyCounts} /> : null}</Section>
          <Section title={t("funnel.title")}>
            <Funnel roundId={round.id} />
          </Section>
          <Section title={t("entries")}>
            <RoundEntries roundId={round.id} onDone={() => void counts.refetch()} />
          </Section>
        </>
      ) : null}
    </Page>
  );
}

function RoundEntries({ roundId, onDone }: { readonly roundId: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation("custody");
  const [params, setParams] = useSearchParams();
  const holder = HOLDERS.find((role) => role === params.get("holder")) ?? null;
  const list = useConnection(ROUND_ENTRIES, { variables: { roundId, holder }, pick: pickEntries });
  const rows = useMemo(() => list.rows.map((row) => readFragment(CUSTODY_ROW, row)), [list.rows]);
  const choose = (value: string | null): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value && value !== "ALL") next.set("holder", value);
      else next.delete("holder");
      return next;
    });
  return (
    <div className={styles.stack}>
      <Select
        className={styles.filter}
        label={t("column.holder")}
        allowDeselect={false}
        data={[{ value: "ALL", label: t("allParties") }, ...HOLDERS.map((role) => ({ value: role, label: t(`holder.${role}`) }))]}
        value={holder ?? "ALL"}
        onChange={choose}
      />
      <EntriesTable
        label={t("entries")}
        rows={rows}
        list={list}
        matching={{ roundId, holder, mine: false }}
        empty={t("entriesEmpty")}
        onDone={onDone}
      />
    </div>
  );
}

function pickEntries<Connection>(data: { readonly custodyEntries: Connection }): Connection {
  return data.custodyEntries;
}
