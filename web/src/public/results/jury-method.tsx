import type { LocalizedText } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import type { PublicResultsQuery } from "../gql/graphql.ts";
import type { PublicKey, Words } from "../words.ts";

type Round = NonNullable<PublicResultsQuery["round"]>;

/** What the page reads of a jury's definition; the whole stands in the JSON download. */
export type JuryDefinition = {
  readonly kind: "JURY";
  readonly judging: readonly {
    readonly stage: string;
    readonly mode: string;
    readonly weight: string | number;
    readonly mean: string;
    readonly criteria: readonly {
      readonly code: string;
      readonly names: LocalizedText;
      readonly weight: string | number;
      readonly ranking: boolean;
    }[];
    readonly cut: { readonly kind: string; readonly places?: number; readonly from?: string | number };
  }[];
  readonly tieBreaks: readonly { readonly rule: string; readonly stage?: string; readonly atMost?: string | number }[];
  readonly weightsNote?: LocalizedText;
};

/** Whether a publication was decided by juries. */
export function isJury(definition: unknown): definition is JuryDefinition {
  return typeof definition === "object" && definition !== null && Reflect.get(definition, "kind") === "JURY";
}

export type JuryMethodProps = { readonly words: Words; readonly definition: JuryDefinition; readonly stages: Round["stages"] };

/** How juries came to the result, in plain words, with the formula, the rubrics and the cuts. */
export function JuryMethod({ words, definition, stages }: JuryMethodProps): ReactElement {
  const { t } = words;
  const nameOf = (code: string) => words.text(stages.find((stage) => stage.code === code)?.names ?? {}) || code;
  return (
    <section aria-labelledby="method">
      <h2 id="method">{t("method")}</h2>
      <p>{t("juryMethod.intro")}</p>
      <p className="formula">{t("juryMethod.formula")}</p>
      <p>{t("juryMethod.rounding")}</p>
      {definition.judging.map((stage) => (
        <StageMethod key={stage.stage} words={words} stage={stage} name={nameOf(stage.stage)} />
      ))}
      {definition.tieBreaks.length > 0 ? <p>{t("juryMethod.ties")}</p> : null}
      <ol>
        {definition.tieBreaks.map(({ rule, stage, atMost }) => (
          <li key={`${rule} ${stage}`}>
            {t(`tieRule.${rule}` as PublicKey, { stage: stage ? nameOf(stage) : "", atMost: String(atMost ?? "") })}
          </li>
        ))}
      </ol>
      {definition.weightsNote ? <p className="note">{words.text(definition.weightsNote)}</p> : null}
    </section>
  );
}

type StageMethodProps = { readonly words: Words; readonly stage: JuryDefinition["judging"][number]; readonly name: string };

function StageMethod({ words, stage, name }: StageMethodProps): ReactElement {
  const { t } = words;
  const { cut } = stage;
  return (
    <>
      <h3>{`${name} · ${t("weight")} ${words.decimal(String(stage.weight))}`}</h3>
      {stage.criteria.length > 0 ? <Rubric words={words} criteria={stage.criteria} /> : null}
      {stage.mean === "TRIMMED" ? <p>{t("juryMethod.trimmed", { stage: name })}</p> : null}
      {cut.kind === "TOP" ? <p>{t("juryMethod.top", { stage: name, count: cut.places ?? 0 })}</p> : null}
      {cut.kind === "THRESHOLD" ? <p>{t("juryMethod.threshold", { stage: name, from: String(cut.from ?? "") })}</p> : null}
    </>
  );
}

function Rubric({
  words,
  criteria,
}: {
  readonly words: Words;
  readonly criteria: JuryDefinition["judging"][number]["criteria"];
}): ReactElement {
  const { t } = words;
  return (
    <table className="compact">
      <thead>
        <tr>
          <th scope="col">{t("juryMethod.criterion")}</th>
          <th scope="col" className="number">
            {t("weight")}
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ code, names, weight, ranking }) => (
          <tr key={code}>
            <td>
              {words.text(names)}
              {ranking && Number(weight) > 0 ? null : <span className="path">{t("juryMethod.notCounted")}</span>}
            </td>
            <td className="number">{words.decimal(String(weight))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
