import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ImportChangesQuery as Answer } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import type { Phrases } from "../../lib/i18n/phrases.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Section } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type FieldChange, fieldChanges } from "./field-changes.ts";
import { ImportChangesQuery } from "./import-documents.ts";
import type { Run } from "./import-run.page.tsx";
import styles from "./imports.module.css";

type Row = NonNullable<Answer["importRun"]>["changes"]["nodes"][number];

const pick = (data: Answer) => data.importRun?.changes;

/** What changes, before and after; then the first of what is new, since the file itself says the rest. */
export function Changes({ run }: { readonly run: Run }): ReactElement {
  const { t } = useTranslation("imports");
  const failureWords = useFailureWords();
  const variables = useMemo(() => ({ id: run.id }), [run.id]);
  const { rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(ImportChangesQuery, { variables, pick });
  const columns = useColumns();
  const title = t(run.dryRun || run.state === "REFUSED" ? "changes.would" : "changes.did");
  return (
    <Section title={title}>
      <p className={styles.hint}>{t("changes.hint")}</p>
      <p className={styles.links}>
        <a href={`/imports/${run.id}/changes.csv`}>{t("changes.csv")}</a>
      </p>
      <DataTable
        label={title}
        name="changed."
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        plain
        orderedByServer
        loading={loading}
        error={error ? <ErrorState title={failureWords(failureOf(error))} next="" retry={refetch} /> : undefined}
        empty={{ what: t("changes.none") }}
        more={{ hasMore, loading: loadingMore, load: loadMore }}
      />
    </Section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return useMemo(
    () => [
      { id: "subject", header: t("column.subject"), heading: true, value: (row) => row.subject },
      {
        id: "kind",
        header: t("column.change"),
        value: (row) => row.kind,
        cell: (row) => <StateBadge kind={row.kind === "NEW" ? "saved" : "waiting"} word={t(`change.${row.kind}`)} />,
      },
      { id: "line", header: t("column.line"), numeric: true, value: (row) => row.line, cell: (row) => format.number(row.line) },
      {
        id: "fields",
        header: t("column.fields"),
        value: (row) =>
          fieldChanges(row)
            .map(({ field }) => field)
            .join(" "),
        cell: (row) => <Fields changes={fieldChanges(row)} fresh={row.kind === "NEW"} />,
      },
    ],
    [t, format],
  );
}

function Fields({ changes, fresh }: { readonly changes: readonly FieldChange[]; readonly fresh: boolean }): ReactElement {
  const { t, i18n } = useTranslation("imports");
  // What has no word yet is shown as its file calls it.
  const word = (field: string): string =>
    i18n.exists(`known.${field}`, { ns: "imports" }) ? t(`known.${field as keyof Phrases["imports"]["known"]}`) : field;
  return (
    <dl className={styles.fieldChanges}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{word(field)}</dt>
          <dd>{fresh ? after : t("changes.fromTo", { before, after })}</dd>
        </div>
      ))}
    </dl>
  );
}
