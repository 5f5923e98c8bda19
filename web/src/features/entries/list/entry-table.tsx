import { type ReactElement, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import { DeleteDraft } from "../delete-draft.tsx";
import { STATE_KINDS } from "../entry-states.ts";
import type { EntryLine } from "./entry-rows.ts";

/** Entries with their state, who holds them and since when. */
export function EntryTable(props: {
  readonly rows: readonly EntryLine[];
  readonly loading: boolean;
  readonly error: ReactNode | undefined;
  readonly more: { readonly hasMore: boolean; readonly loading: boolean; readonly load: () => void };
  readonly narrowed: boolean;
}): ReactElement {
  const { t } = useTranslation("entries");
  const columns = useColumns(props.rows.some(({ canDelete }) => canDelete));
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      plain
      orderedByServer
      loading={props.loading}
      error={props.rows.length === 0 ? props.error : undefined}
      empty={{ what: t(props.narrowed ? "list.nothing" : "list.empty") }}
      more={props.more}
    />
  );
}

/** What may be done with a row has a column of its own only where there is something to do. */
function useColumns(withActs: boolean): readonly Column<EntryLine>[] {
  const { t } = useTranslation("entries");
  const format = useFormat();
  const language = useLanguage();
  return useMemo(() => {
    const office = (row: EntryLine) =>
      row.office === null ? t("list.regional") : t("facts.office", { office: row.office, place: row.place });
    return [
      {
        id: "title",
        header: t("list.name"),
        value: (row) => row.title,
        heading: true,
        sortable: false,
        cell: (row) => <Link to={`/${language}/app/entries/${row.id}`}>{row.title}</Link>,
      },
      { id: "office", header: t("list.office"), value: office, sortable: false },
      {
        id: "state",
        header: t("list.state"),
        value: (row) => t(`states.${row.state}`),
        sortable: false,
        cell: (row) =>
          row.onlyHere ? (
            <StateBadge kind="waiting" word={t("list.onDevice")} />
          ) : (
            <StateBadge kind={STATE_KINDS[row.state]} word={t(`states.${row.state}`)} />
          ),
      },
      { id: "holder", header: t("list.holder"), value: (row) => t(`holder.${holderOf(row)}`), sortable: false },
      { id: "since", header: t("list.since"), value: (row) => (row.heldSince ? format.date(row.heldSince) : ""), sortable: false },
      ...(withActs ? [{ id: "acts", header: t("list.acts"), value: () => null, sortable: false, cell: ActsCell }] : []),
    ] satisfies readonly Column<EntryLine>[];
  }, [t, format, language, withActs]);
}

function ActsCell({ id, title, canDelete }: EntryLine): ReactElement | null {
  return canDelete ? <DeleteDraft id={id} title={title} small /> : null;
}

function holderOf({ holder }: EntryLine): "STAFF" | "HEAD" | "COORDINATOR" | "VERIFIER" | "none" {
  return holder === "STAFF" || holder === "HEAD" || holder === "COORDINATOR" || holder === "VERIFIER" ? holder : "none";
}
