import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { WhyIndexSideFragment as Side } from "../../gql/graphql.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./standing.module.css";
import { type Why, WhyIndexSideFragment } from "./standing.query.ts";

type Index = NonNullable<Why["index"]>;
type Line = { readonly id: string; readonly what: string; readonly claimed: string; readonly verified: string };

/** How the points of an index become the index, the rule of affairs, and what was claimed beside what was verified. */
export function WhyIndex({ index }: { readonly index: Index }): ReactElement {
  const { t } = useTranslation("standing");
  const format = useFormat();
  const claimed = readFragment(WhyIndexSideFragment, index.claimed);
  const verified = readFragment(WhyIndexSideFragment, index.verified);
  const points = (value: string) => format.decimal(value, 2);
  const parts = { spd: points(verified.spd), maturity: points(verified.maturityPart), count: points(verified.count) };
  return (
    <>
      <p className={styles.formula}>{t("why.formula", { ...parts, maximum: index.maximum, index: verified.index })}</p>
      <p className={styles.sentence}>
        {t("why.formulaWords", { divisor: index.divisor, cap: index.cap, each: index.perInnovation, maximum: index.maximum })}
      </p>
      {index.basicAffairsAtLeast === null ? null : (
        <p className={styles.sentence}>
          {t(verified.countScores ? "why.affairsMet" : "why.affairsMissing", {
            covered: verified.basicAffairs,
            needed: index.basicAffairsAtLeast,
          })}
        </p>
      )}
      <h3 className={styles.part}>{t("why.sides")}</h3>
      <Sides claimed={claimed} verified={verified} />
    </>
  );
}

function Sides({ claimed, verified }: { readonly claimed: Side; readonly verified: Side }): ReactElement {
  const { t } = useTranslation("standing");
  const format = useFormat();
  const columns = useMemo<readonly Column<Line>[]>(
    () => [
      { id: "what", header: t("why.metric"), value: (line) => line.what, heading: true, sortable: false },
      { id: "claimed", header: t("why.claimed"), value: (line) => line.claimed, numeric: true, sortable: false },
      { id: "verified", header: t("why.verified"), value: (line) => line.verified, numeric: true, sortable: false },
    ],
    [t],
  );
  const line = (id: string, what: string, of: (side: Side) => string): Line => ({ id, what, claimed: of(claimed), verified: of(verified) });
  const lines = [
    line("index", t("why.index"), (side) => format.decimal(side.index, 2)),
    line("category", t("column.category"), (side) => side.categoryName ?? "–"),
    line("spd", t("metric.SPD"), (side) => format.decimal(side.spd, 2)),
    line("maturity", t("metric.MATURITY"), (side) => format.decimal(side.maturityPart, 2)),
    line("count", t("metric.COUNT"), (side) => format.decimal(side.count, 2)),
    line("innovations", t("column.innovations"), (side) => format.number(side.innovations)),
    line("mean", t("why.meanMaturity"), (side) => format.decimal(side.meanMaturity, 2)),
  ];
  return (
    <DataTable plain name="sides." label={t("why.sides")} columns={columns} rows={lines} rowKey={(row) => row.id} empty={{ what: "" }} />
  );
}
