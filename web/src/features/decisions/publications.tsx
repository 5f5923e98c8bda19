import { useLazyQuery, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { VerifyPublicationQuery } from "../../gql/graphql.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./decisions.module.css";
import { CheckDocument, type PublicationRow, PublicationsDocument } from "./decisions.query.ts";

/** A round's publications with their corrections; each can be checked against itself and against the reports. */
export function Publications({ round }: { readonly round: string }): ReactElement {
  const { t } = useTranslation("decisions");
  const { data, loading, error } = useQuery(PublicationsDocument, { variables: { round }, fetchPolicy: "cache-and-network" });
  const [check, checked] = useLazyQuery(CheckDocument, { fetchPolicy: "network-only" });
  const columns = useColumns((number) => void check({ variables: { round, number } }));
  return (
    <>
      {checked.error ? <QueryError error={checked.error} /> : null}
      {checked.data ? <Checked check={checked.data.verifyPublication} /> : null}
      <DataTable
        plain
        name="publications."
        label={t("publications.title")}
        columns={columns}
        rows={data?.publications ?? []}
        rowKey={(row) => row.id}
        loading={loading && !data}
        error={error && !data ? <QueryError error={error} /> : undefined}
        empty={{ what: t("publications.empty") }}
      />
    </>
  );
}

function useColumns(check: (number: number) => void): readonly Column<PublicationRow>[] {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "number",
        header: t("publications.number"),
        value: (row) => row.number,
        cell: (row) => format.number(row.number),
        numeric: true,
      },
      {
        id: "when",
        header: t("publications.when"),
        value: (row) => row.publishedAt,
        cell: (row) => format.dateTime(row.publishedAt, { showZone: true }),
        heading: true,
      },
      {
        id: "from",
        header: t("publications.publicFrom"),
        value: (row) => row.publicFrom,
        cell: (row) => format.dateTime(row.publicFrom, { showZone: true }),
      },
      { id: "who", header: t("publications.who"), value: (row) => row.publishedByName ?? t("publications.operator") },
      { id: "state", header: t("publications.state"), value: (row) => row.publicFrom, cell: (row) => <State row={row} />, sortable: false },
      {
        id: "check",
        header: t("publications.check"),
        value: () => null,
        sortable: false,
        cell: (row) => (
          <Button variant="subtle" aria-label={t("publications.checkLabel", { number: row.number })} onClick={() => check(row.number)}>
            {t("publications.check")}
          </Button>
        ),
      },
    ],
    [t, format, check],
  );
}

function State({ row }: { readonly row: PublicationRow }): ReactElement {
  const { t } = useTranslation("decisions");
  const corrected = row.correctedByNumber;
  return (
    <span className={styles.state}>
      {row.isPublic ? (
        <StateBadge kind="saved" word={t("publications.public")} />
      ) : (
        <StateBadge kind="locked" word={t("publications.embargo")} />
      )}
      {corrected === null ? null : <span>{t("publications.corrected", { number: corrected })}</span>}
      {row.correctsNumber === null ? null : <span>{t("publications.corrects", { number: row.correctsNumber, reason: row.reason })}</span>}
    </span>
  );
}

function Checked({ check }: { readonly check: VerifyPublicationQuery["verifyPublication"] }): ReactElement {
  const { t } = useTranslation("decisions");
  const isGood = check.checksumMatches && check.rowsMatch && check.ownFiguresAgree;
  return (
    <Notice kind={isGood ? "saved" : "problem"} title={t("publications.checked", { number: check.number })} takesFocus>
      <p>{isGood ? t("publications.good") : t("publications.bad")}</p>
      {check.differing.length > 0 ? <p>{t("publications.drift", { count: check.differing.length })}</p> : null}
    </Notice>
  );
}
