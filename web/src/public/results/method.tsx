import type { ReactElement } from "react";
import type { PublicResultsQuery } from "../gql/graphql.ts";
import { metricName } from "../metric-value.ts";
import type { PublicKey, Words } from "../words.ts";
import { IndexMethod, isIndex } from "./index-method.tsx";
import { isJury, JuryMethod } from "./jury-method.tsx";

type Round = NonNullable<PublicResultsQuery["round"]>;
type Publication = NonNullable<Round["publication"]>;

/** What the page reads of an instrument's definition; the whole stands in the JSON download. */
type Definition = {
  readonly window: { readonly from: string; readonly to: string };
  readonly metrics: readonly {
    readonly metric: string;
    readonly weight: string | number;
    readonly normalise: { readonly method: string };
  }[];
  readonly minVolume: number;
  readonly minCompleteness: string | number;
  readonly weightsNote?: { readonly en?: string; readonly rw?: string; readonly id?: string };
};

const LOWER_IS_BETTER = new Set(["MEAN_HOURS"]);

export type MethodProps = { readonly words: Words; readonly publication: Publication; readonly stages: Round["stages"] };

/** The method in plain words, with the formula, of whichever kind the round is. */
export function Method({ words, publication, stages }: MethodProps): ReactElement {
  if (isJury(publication.definition)) return <JuryMethod words={words} definition={publication.definition} stages={stages} />;
  if (isIndex(publication.definition)) return <IndexMethod words={words} definition={publication.definition} sample={publication.sample} />;
  return <ServiceMethod words={words} publication={publication} />;
}

function ServiceMethod({ words, publication }: Omit<MethodProps, "stages">): ReactElement {
  const definition = publication.definition as Definition;
  const { t } = words;
  return (
    <section aria-labelledby="method">
      <h2 id="method">{t("method")}</h2>
      <p>{t("methodIntro")}</p>
      <p className="formula">{t("formula")}</p>
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">{t("metricHead")}</th>
            <th scope="col" className="number">
              {t("weight")}
            </th>
            <th scope="col">{t("normalise")}</th>
          </tr>
        </thead>
        <tbody>
          {definition.metrics.map(({ metric, weight, normalise }) => (
            <tr key={metric}>
              <td>
                {metricName(words, metric)}
                <span className="path">{t(LOWER_IS_BETTER.has(metric) ? "better.LOW" : "better.HIGH")}</span>
              </td>
              <td className="number">{words.decimal(String(weight))}</td>
              <td>{t(`normaliseMethod.${normalise.method}` as PublicKey)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t("methodWindow", { from: words.month(definition.window.from), to: words.month(definition.window.to) })}</p>
      <p>{t("methodEligible", { volume: words.number(definition.minVolume), completeness: percent(words, definition.minCompleteness) })}</p>
      {definition.weightsNote ? <p className="note">{words.text(definition.weightsNote)}</p> : null}
    </section>
  );
}

function percent(words: Words, share: string | number): string {
  return `${words.decimal(String(Math.round(Number(share) * 1000) / 10))} %`;
}

export type DownloadsProps = { readonly words: Words; readonly round: Round; readonly publication: Publication };

/** Files of the publication, its checksum, and every publication of the round. */
export function Downloads({ words, round, publication }: DownloadsProps): ReactElement {
  const { t } = words;
  const file = (name: string) => `/results/${encodeURIComponent(round.code)}/${publication.number}/${name}`;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{t("downloads")}</h2>
      <ul>
        {publication.levels.map(({ level, names }) => (
          <li key={level}>
            <a href={file(`${level.toLowerCase()}.csv?language=${words.language}`)} download>
              {t("downloadCsv", { level: words.text(names) })}
            </a>
          </li>
        ))}
        <li>
          <a href={file("results.json")} download>
            {t("downloadJson")}
          </a>
        </li>
      </ul>
      <h3>{t("verification")}</h3>
      <p className="code">{t("checksum", { number: publication.number, checksum: publication.checksum })}</p>
      {publication.openChecksum ? <p className="code">{t("openChecksum", { checksum: publication.openChecksum })}</p> : null}
      <h3>{t("publications")}</h3>
      <ul>
        {round.publications.nodes.map((one) => (
          <li key={one.number}>
            <a href={`/${words.language}/rounds/${encodeURIComponent(round.code)}/publications/${one.number}`}>
              {t("publication", { number: one.number })}
            </a>{" "}
            <span className="quiet">{words.dateTime(one.publicFrom, round.timeZone)}</span>
            {one.corrects ? <span className="note">{t("correctsOther", { number: one.corrects, reason: one.reason ?? "" })}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
