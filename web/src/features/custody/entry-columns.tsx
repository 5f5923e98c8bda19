import { Checkbox } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Custody_RowFragment } from "../../gql/graphql.ts";
import { holderKey, STATE_KIND } from "../../lib/custody/custody-states.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./custody-pages.module.css";

/** An entry as custody lists it. */
export type CustodyRow = Custody_RowFragment;

/** What is chosen, and how to choose; `isMine`: who holds them goes without saying. */
export type Choosing = { readonly chosen: ReadonlySet<string>; readonly toggle: (id: string) => void; readonly isMine: boolean };

/** The columns of entries in custody: a box to tick, office, holder or round, state, since when. */
export function useEntryColumns({ chosen, toggle, isMine }: Choosing): readonly Column<CustodyRow>[] {
  const { t } = useTranslation("custody");
  const format = useFormat();
  return useMemo((): readonly Column<CustodyRow>[] => {
    const office = (row: CustodyRow) => [row.agencyName, row.placeName].filter((part) => part !== null).join(" · ");
    const who: Column<CustodyRow> = {
      id: "holder",
      header: t("column.holder"),
      value: (row) => t(`holder.${holderKey(row.holder)}`),
      sortable: false,
    };
    return [
      {
        id: "title",
        header: t("column.title"),
        value: (row) => row.title,
        heading: true,
        sortable: false,
        cell: (row) => (
          <span className={styles.entry}>
            <Checkbox aria-label={`${t("column.choose")}: ${row.title}`} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
            <Link to={`/${format.language}/app/entries/${row.id}`}>{row.title}</Link>
          </span>
        ),
      },
      { id: "office", header: t("column.office"), value: office, sortable: false },
      ...(isMine ? [{ id: "round", header: t("column.round"), value: (row: CustodyRow) => row.roundName, sortable: false }] : [who]),
      {
        id: "state",
        header: t("column.state"),
        value: (row) => t(`state.${row.state}`),
        sortable: false,
        cell: (row) => <StateBadge kind={STATE_KIND[row.state]} word={t(`state.${row.state}`)} />,
      },
      {
        id: "since",
        header: t("column.since"),
        value: (row) => row.heldSince,
        sortable: false,
        cell: (row) => `${format.date(row.heldSince)} · ${format.relative(row.heldSince, new Date())}`,
      },
    ];
  }, [t, format, chosen, toggle, isMine]);
}
