import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Table, TableEntry } from "../table.query.ts";

/** So many others are named, the rest are counted. */
const NAMED = 3;

/** Why an entry stands where it does among those of its score, in a sentence or two; null of one that is alone with its score. */
export function useTieWords({ rubric, name }: Pick<Table["stage"], "rubric" | "name">): (entry: Pick<TableEntry, "tie">) => string | null {
  const { t } = useTranslation("table");
  return useCallback(
    ({ tie }) => {
      if (!tie) return null;
      const named = (references: readonly string[]) =>
        references.length <= NAMED + 1 ? references : [...references.slice(0, NAMED), t("tie.more", { count: references.length - NAMED })];
      const nameOf = (code: string) => rubric.criteria.find((criterion) => criterion.code === code)?.name ?? code;
      const by = tie.because.map(({ rule, criteria }) => t(`tie.${rule as TableRule}`, { names: criteria.map(nameOf), stage: name }));
      const place = placeOf(tie);
      const said = t(`tie.${place}`, { others: named([...tie.behind, ...tie.with, ...tie.ahead].sort()), by });
      return place === "shared" || tie.with.length === 0 ? said : `${said} ${t("tie.with", { others: named(tie.with) })}`;
    },
    [t, rubric, name],
  );
}

type Tie = NonNullable<TableEntry["tie"]>;

/** The rules by which a jury's ties are broken. */
type TableRule = "HEAVIEST_CRITERIA" | "HIGHER_STAGE" | "HIGHER_MEDIAN" | "FEWER_LOW_MARKS" | "CHAIR_DECISION";

function placeOf({ behind, ahead }: Tie): "ahead" | "behind" | "between" | "shared" {
  if (behind.length > 0 && ahead.length > 0) return "between";
  if (behind.length > 0) return "behind";
  return ahead.length > 0 ? "ahead" : "shared";
}
