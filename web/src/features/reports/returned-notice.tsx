import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/notice.tsx";
import type { CellRow } from "./grid/grid-cells.ts";

/** What the coordinator gave back, and why, above the grid. */
export function ReturnedNotice({ rows }: { readonly rows: readonly CellRow[] }): ReactElement | null {
  const { t } = useTranslation("reports");
  const returned = rows.flatMap(({ row }) => (row.report?.state === "DRAFT" && row.report.returnReason ? [row] : []));
  if (returned.length === 0) return null;
  return (
    <Notice kind="problem" title={t("grid.returned", { count: returned.length })}>
      <ul style={{ margin: 0, paddingInlineStart: "var(--space-5)" }}>
        {returned.map((row) => (
          <li key={row.service.id}>{t("grid.returnedRow", { service: row.service.name, reason: row.report?.returnReason ?? "" })}</li>
        ))}
      </ul>
    </Notice>
  );
}
