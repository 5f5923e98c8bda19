import type { ReactElement } from "react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { IndexPartsFragment } from "../../../gql/graphql.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { Fact } from "./fact.tsx";
import styles from "./method.module.css";

type IndexProps = { readonly index: IndexPartsFragment };
type Row = IndexPartsFragment["innovation"][number];

/** The formula of an index in one sentence, and its three parts with what each can give at most. */
export function IndexFormula({ index }: IndexProps): ReactElement {
  const { t } = useTranslation("rounds");
  const { divisor, cap, perInnovation, maximum } = index.parameters;
  const parts = [
    { part: "SPD", most: index.regionalMaximum, text: t("index.meaning.SPD", { count: index.regional.length }) },
    { part: "MATURITY", most: index.maturityMaximum, text: t("index.meaning.MATURITY", { count: index.innovation.length, divisor }) },
    { part: "COUNT", most: index.countMaximum, text: t("index.meaning.COUNT", { points: perInnovation, cap }) },
  ] as const;
  return (
    <>
      <p className={styles.lead}>{t("index.lead", { maximum: plain(maximum) })}</p>
      <ul className={styles.measures}>
        {parts.map(({ part, most, text }) => (
          <li key={part} className={styles.measure}>
            <div className={styles.head}>
              <span>{t(`index.part.${part}`)}</span>
              <span>{t("index.atMost", { points: plain(most) })}</span>
            </div>
            <div className={styles.bar} aria-hidden="true">
              <span className={styles.fill} style={{ inlineSize: `${(Number(most) / Number(maximum)) * 100}%` }} />
            </div>
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Categories, the rule of affairs, who may enter, how it is verified. */
export function IndexFacts({ index }: IndexProps): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const { basicAffairs, basicAffairsAtLeast, categories } = index.parameters;
  return (
    <>
      <Fact term={t("index.categories")}>
        <ul>
          {categories.map(({ code, name, from }) => (
            <li key={code}>{t("index.category", { name, from: plain(from) })}</li>
          ))}
        </ul>
      </Fact>
      <Fact term={t("index.eligible")}>
        <Eligible index={index} />
      </Fact>
      <Fact term={t("index.affairs")}>
        {basicAffairsAtLeast === null
          ? t("index.noAffairs")
          : t("index.atLeastAffairs", { count: basicAffairsAtLeast, affairs: basicAffairs.map(({ name }) => name) })}
      </Fact>
      <Fact term={t("index.verification")}>
        <ul>
          <li>{t("index.verifiers", { count: index.verifiers })}</li>
          <li>{t("index.largestFile", { size: format.decimal(megabytes(index.largestFile)) })}</li>
        </ul>
      </Fact>
      <Fact term={t("index.ranking")}>{t(`index.rankedBy.${index.agencyRanking}`)}</Fact>
    </>
  );
}

/** The rows with their weights, levels and wanted evidence: the region's own, then each innovation's. */
export function IndexRows({ index }: IndexProps): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <div className={styles.rows}>
      <h3>{t("index.part.SPD")}</h3>
      <RowTable name="regional." label={t("index.regionalRows")} rows={index.regional} />
      <h3>{t("index.innovationHeading")}</h3>
      <RowTable name="innovation." label={t("index.innovationRows")} rows={index.innovation} />
    </div>
  );
}

function RowTable({ name, label, rows }: { readonly name: string; readonly label: string; readonly rows: readonly Row[] }): ReactElement {
  const { t } = useTranslation("rounds");
  const proved = rows.some(({ evidence }) => evidence !== "");
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: "row", header: t("index.row"), value: (row) => row.name, cell: (row) => <RowName row={row} />, heading: true },
      { id: "weight", header: t("index.weight"), value: (row) => row.weight, numeric: true },
      {
        id: "levels",
        header: t("index.levels"),
        value: (row) => row.levels.map(({ text }) => text).join("; "),
        cell: (row) => (
          <ol className={styles.levels}>
            {row.levels.map(({ level, text }) => (
              <li key={level}>{text}</li>
            ))}
          </ol>
        ),
        sortable: false,
      },
      ...(proved ? [{ id: "evidence", header: t("index.evidence"), value: (row: Row) => row.evidence, sortable: false }] : []),
    ],
    [t, proved],
  );
  return <DataTable name={name} label={label} columns={columns} rows={rows} rowKey={(row) => row.code} empty={{ what: label }} plain />;
}

function RowName({ row }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <>
      {row.name}
      <span className={styles.note}>{[row.group?.name, row.mandatory ? t("index.mandatory") : null].filter(Boolean).join(" · ")}</span>
    </>
  );
}

function Eligible({ index }: IndexProps): ReactElement {
  const { t } = useTranslation("rounds");
  const { windowFrom, windowTo, windowBasis, minDesignWords, maxEntries, uniqueTitles } = index.eligibility;
  return (
    <ul>
      {windowFrom === null || windowTo === null ? null : (
        <li>{t(`index.window.${windowBasis ?? "APPLIED"}`, { from: windowFrom, to: windowTo })}</li>
      )}
      {minDesignWords === 0 ? null : <li>{t("index.minWords", { count: minDesignWords })}</li>}
      {maxEntries === null ? null : <li>{t("index.maxEntries", { count: maxEntries })}</li>}
      <li>{t(uniqueTitles ? "index.uniqueTitles" : "index.anyTitles")}</li>
    </ul>
  );
}

/** Without zeros at the end: "63.00" → "63". */
function plain(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

/** Bytes in megabytes of 1,048,576, one place at most. */
function megabytes(bytes: number): string {
  return plain((bytes / 1_048_576).toFixed(1));
}
