import type { LocalizedText } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import type { PublicResultsQuery } from "../gql/graphql.ts";
import type { PublicKey, Words } from "../words.ts";

type Row = { readonly weight: string | number };

/** What the page reads of an index's definition; the whole stands in the JSON download. */
export type IndexDefinition = {
  readonly kind: "INNOVATION_INDEX";
  readonly regional: readonly Row[];
  readonly innovation: readonly Row[];
  readonly parameters: {
    readonly divisor: number;
    readonly cap: number;
    readonly perInnovation: string | number;
    readonly maximum: string | number;
    readonly affairs: { readonly atLeast: number; readonly basic: readonly string[] } | null;
    readonly categories: readonly { readonly code: string; readonly names: LocalizedText; readonly from: string | number }[];
  };
  readonly tieBreaks: readonly { readonly rule: string; readonly part?: string }[];
  readonly weightsNote?: LocalizedText;
};

/** Whether a publication was scored by an innovation index. */
export function isIndex(definition: unknown): definition is IndexDefinition {
  return typeof definition === "object" && definition !== null && Reflect.get(definition, "kind") === "INNOVATION_INDEX";
}

export type IndexMethodProps = { readonly words: Words; readonly definition: IndexDefinition };
type Sample = NonNullable<NonNullable<NonNullable<PublicResultsQuery["round"]>["publication"]>["sample"]>;

/** How the index is computed, in plain words, with the formula, its numbers and the categories. */
export function IndexMethod({ words, definition, sample }: IndexMethodProps & { readonly sample: Sample | null }): ReactElement {
  const { t } = words;
  const { divisor, cap, perInnovation, maximum, affairs, categories } = definition.parameters;
  const numbers = { divisor, cap, each: String(perInnovation), maximum: String(maximum) };
  return (
    <section aria-labelledby="method">
      <h2 id="method">{t("method")}</h2>
      <p>{t("indexMethod.intro")}</p>
      <p className="formula">{t("indexMethod.formula", numbers)}</p>
      <PartsTable words={words} definition={definition} />
      <p>{t("indexMethod.rounding")}</p>
      {affairs ? <p>{t("indexMethod.affairs", { needed: affairs.atLeast, count: affairs.basic.length })}</p> : null}
      <p>{t("indexMethod.ranked")}</p>
      {sample?.rate ? <SampleNote words={words} sample={{ ...sample, rate: sample.rate }} /> : null}
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">{t("category")}</th>
            <th scope="col" className="number">
              {t("indexMethod.from")}
            </th>
          </tr>
        </thead>
        <tbody>
          {categories.map(({ code, names, from }) => (
            <tr key={code}>
              <td>{words.text(names)}</td>
              <td className="number">{words.decimal(String(from))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <TieBreaks words={words} definition={definition} />
      {definition.weightsNote ? <p className="note">{words.text(definition.weightsNote)}</p> : null}
    </section>
  );
}

/** What the sample that was verified row by row says of the claims. */
function SampleNote({ words, sample }: { readonly words: Words; readonly sample: Sample & { readonly rate: string } }): ReactElement {
  const { size, outOf, percent, verified, differing, rows, rate } = sample;
  return <p>{words.t("indexMethod.sample", { size, outOf, percent: plain(Number(percent)), verified, differing, rows, rate })}</p>;
}

function PartsTable({ words, definition }: IndexMethodProps): ReactElement {
  const { t } = words;
  const { cap, perInnovation } = definition.parameters;
  const rows = [
    { part: "SPD", words: t("indexMethod.SPD", { count: definition.regional.length }), most: highest(definition.regional) },
    { part: "MATURITY", words: t("indexMethod.MATURITY", { count: definition.innovation.length }), most: highest(definition.innovation) },
    { part: "COUNT", words: t("indexMethod.COUNT", { each: String(perInnovation), cap }), most: Number(perInnovation) * cap },
  ];
  return (
    <table className="compact">
      <thead>
        <tr>
          <th scope="col">{t("indexMethod.part")}</th>
          <th scope="col" className="number">
            {t("indexMethod.most")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.part}>
            <td>
              {t(`metric.${row.part}` as PublicKey)}
              <span className="path">{row.words}</span>
            </td>
            <td className="number">{words.decimal(plain(row.most))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TieBreaks({ words, definition }: IndexMethodProps): ReactElement | null {
  const { t } = words;
  if (definition.tieBreaks.length === 0) return null;
  return (
    <>
      <p>{t("indexMethod.ties")}</p>
      <ol>
        {definition.tieBreaks.map(({ rule, part }) => (
          <li key={`${rule} ${part}`}>{t(`tieRule.${rule}` as PublicKey, { part: part ? t(`metric.${part}` as PublicKey) : "" })}</li>
        ))}
      </ol>
    </>
  );
}

/** All rows at level 3. Weights have at most two places in use, so hundredths are whole. */
function highest(rows: readonly Row[]): number {
  return rows.reduce((total, { weight }) => total + Math.round(Number(weight) * 100) * 3, 0) / 100;
}

/** At most two places, none for nothing. */
function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}
