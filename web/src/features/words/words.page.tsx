import { useQuery } from "@apollo/client/react";
import { LANGUAGE_NAMES, LANGUAGES } from "@isonga/schema/languages";
import { NativeSelect } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { MissingWordsQuery } from "../../gql/graphql.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { KINDS, type Kind, MOST, narrowed, type Part, pageOf } from "./missing-words.ts";
import styles from "./words.module.css";
import { MissingWordsDocument } from "./words.query.ts";

type Row = MissingWordsQuery["missingTranslations"][number];
const NOTHING: readonly Row[] = [];

/** What is not said in every language, for administrators; each leads to where it is written. */
export function Component(): ReactElement {
  const { t } = useTranslation("words");
  const [search] = useSearchParams();
  const query = useQuery(MissingWordsDocument, { fetchPolicy: "cache-and-network" });
  const all = query.dataState === "complete" ? query.data.missingTranslations : undefined;
  const kind = search.get("kind") ?? "";
  const language = search.get("in") ?? "";
  const rows = useMemo(() => narrowed(all ?? NOTHING, { kind, language }), [all, kind, language]);
  const columns = useColumns();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Filters />
      {all?.length === MOST ? <Notice kind="waiting" title={t("most", { count: MOST })} /> : null}
      <DataTable
        label={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.id} ${row.part}`}
        loading={query.loading && all === undefined}
        error={query.error && !all ? <QueryError error={query.error} retry={() => void query.refetch()} /> : undefined}
        empty={{ what: kind === "" && language === "" ? t("empty") : t("nothing") }}
      />
    </Page>
  );
}

/** One kind of things, one language; both stand in the address. */
function Filters(): ReactElement {
  const { t } = useTranslation("words");
  const [search, setSearch] = useSearchParams();
  const put = (key: string, value: string): void =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === "") next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const all = { value: "", label: t("all") };
  return (
    <search className={styles.filters}>
      <NativeSelect
        label={t("kind")}
        value={search.get("kind") ?? ""}
        data={[all, ...KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))]}
        onChange={(event) => put("kind", event.currentTarget.value)}
      />
      <NativeSelect
        label={t("missing")}
        value={search.get("in") ?? ""}
        data={[all, ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))]}
        onChange={(event) => put("in", event.currentTarget.value)}
      />
    </search>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation("words");
  const format = useFormat();
  const language = useLanguage();
  return useMemo(() => {
    const languages = (row: Row): string => format.list(row.missing.map((one) => LANGUAGE_NAMES[one]));
    return [
      {
        id: "name",
        header: t("name"),
        value: (row) => row.name,
        heading: true,
        cell: (row) => {
          const page = pageOf(row);
          return page === null ? row.name : <Link to={`/${language}/app/${page}`}>{row.name}</Link>;
        },
      },
      { id: "kind", header: t("kind"), value: (row) => t(`kinds.${row.kind as Kind}`) },
      { id: "part", header: t("part"), value: (row) => t(`parts.${row.part as Part}`) },
      { id: "missing", header: t("missing"), value: languages },
    ];
  }, [t, format, language]);
}
