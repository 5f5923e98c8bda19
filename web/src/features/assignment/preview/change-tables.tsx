import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import type { Preview } from "../assignment.query.ts";
import { useReasonWords } from "../reasons.ts";
import type { Change } from "./changes.ts";

const BADGES = { NEW: "saved", KEPT: "draft", ENDED: "problem" } as const;

/** Every pair of a preview and every pair that would end, with why. */
export function ChangesTable({ changes }: { readonly changes: readonly Change[] }): ReactElement {
  const { t } = useTranslation("assignment");
  const why = useReasonWords();
  const columns = useMemo(
    (): readonly Column<Change>[] => [
      { id: "entry", header: t("entry"), value: ({ entry }) => entry, heading: true },
      { id: "title", header: t("entryTitle"), value: ({ title }) => title },
      { id: "judge", header: t("judge"), value: ({ judge, name }) => t("judgeOf", { code: judge, name }) },
      {
        id: "change",
        header: t("change.head"),
        value: ({ kind }) => t(`change.${kind}`),
        cell: ({ kind }) => <StateBadge kind={BADGES[kind]} word={t(`change.${kind}`)} />,
      },
      {
        id: "why",
        header: t("whyHead"),
        value: ({ kind, signed, because }) => (kind === "ENDED" && signed ? t("change.signedStays") : why(because)),
      },
    ],
    [t, why],
  );
  return (
    <DataTable
      label={t("preview.pairs")}
      columns={columns}
      rows={changes}
      rowKey={({ entryId, judgeId }) => `${entryId} ${judgeId}`}
      name="c."
      empty={{ what: t("preview.noPairs") }}
    />
  );
}

type Judge = Preview["judges"][number];

/** How many cards each judge would have, of how many at most. */
export function LoadsTable({ judges }: { readonly judges: readonly Judge[] }): ReactElement {
  const { t } = useTranslation("assignment");
  const columns = useMemo(
    (): readonly Column<Judge>[] => [
      { id: "judge", header: t("judge"), value: ({ code, name }) => t("judgeOf", { code, name }), heading: true },
      { id: "cards", header: t("entries"), value: ({ cards }) => cards, numeric: true },
      { id: "capacity", header: t("most"), value: ({ capacity }) => capacity, numeric: true },
    ],
    [t],
  );
  return (
    <DataTable
      label={t("preview.loads")}
      columns={columns}
      rows={judges}
      rowKey={({ judgeId }) => judgeId}
      name="l."
      empty={{ what: t("empty.judges") }}
      plain
    />
  );
}
