import type { ReactElement } from "react";
import type { PublicPlaceQuery } from "../gql/graphql.ts";
import { metricName, metricValue } from "../metric-value.ts";
import { Illustrative, PageFrame } from "../page-frame.tsx";
import { placeName } from "../results/winners.tsx";
import type { PublicKey, Words } from "../words.ts";
import { ScoreChart } from "./score-chart.tsx";

type Place = NonNullable<PublicPlaceQuery["jurisdiction"]>;
type Result = Place["results"]["nodes"][number];

export type PlacePageProps = { readonly words: Words; readonly origin: string; readonly place: Place; readonly path: string };

/** An area's profile: where it lies, its results over the rounds with prizes and officials, and the areas below. */
export function PlacePage({ words, origin, place, path }: PlacePageProps): ReactElement {
  const { t, language } = words;
  const name = words.name(place);
  const results = place.results.nodes;
  const link = (code: string) => `/${language}/areas/${place.country}/${encodeURIComponent(code)}`;
  return (
    <PageFrame words={words} title={`${name} · ${t("product")}`} description={`${name}. ${t("areaResults")}`} here={path} origin={origin}>
      <nav className="crumbs" aria-label={t("area")}>
        {place.ancestors.map(({ code, name: above }) => (
          <span key={code}>
            <a href={link(code)}>{above}</a> <span aria-hidden="true">›</span>{" "}
          </span>
        ))}
      </nav>
      <h1>{name}</h1>
      {place.population === null ? null : <p className="quiet">{t("population", { count: place.population })}</p>}
      <section aria-labelledby="results">
        <h2 id="results">{t("areaResults")}</h2>
        {results.length === 0 ? <p>{t("areaNoResults")}</p> : null}
        {[...Map.groupBy(results, (result) => result.publication.round.programme.code).values()].map((group) => (
          <ProgrammeResults key={group[0]?.id} words={words} results={group} isOnlyOne={group.length === results.length} />
        ))}
      </section>
      {place.children.nodes.length > 0 ? (
        <section aria-labelledby="below">
          <h2 id="below">{t("below")}</h2>
          <ul className="columns">
            {place.children.nodes.map(({ code, name: below }) => (
              <li key={code}>
                <a href={link(code)}>{below}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PageFrame>
  );
}

type ProgrammeResultsProps = { readonly words: Words; readonly results: readonly Result[]; readonly isOnlyOne: boolean };

/** The results of one programme over its rounds, the newest first: scores of two programmes are never drawn as one line. */
function ProgrammeResults({ words, results, isOnlyOne }: ProgrammeResultsProps): ReactElement {
  const [first] = results;
  return (
    <>
      {isOnlyOne || !first ? null : <p className="crumbs">{words.text(first.publication.round.programme.names)}</p>}
      {results.length > 1 ? <ScoreChart words={words} results={results} /> : null}
      {results.map((result) => (
        <ResultCard key={result.id} words={words} result={result} />
      ))}
    </>
  );
}

function ResultCard({ words, result }: { readonly words: Words; readonly result: Result }): ReactElement {
  const { round } = result.publication;
  const { t } = words;
  const reasons = Array.isArray(result.ineligible) ? (result.ineligible as readonly { readonly code: string }[]) : [];
  return (
    <article className="card">
      <h3>
        <a href={`/${words.language}/rounds/${encodeURIComponent(round.code)}`}>{words.text(round.names)}</a>
      </h3>
      {round.illustrative ? <Illustrative words={words} /> : null}
      {result.prizes.map((prize) => (
        <p key={prize.prize} className="medal">
          {words.text(prize.names)} · {placeName(words, prize.place)}
        </p>
      ))}
      {result.rank === null ? (
        <p>
          {t("notRanked")}. {reasons.map(({ code }) => t(`reason.${code}` as PublicKey)).join(" ")}
        </p>
      ) : (
        <p className="figure">
          {t("rank")} <strong>{result.rank}</strong> ·{" "}
          {t(result.index ? "indexOf" : "scoreOf", { score: words.decimal(result.score ?? "0") })}
        </p>
      )}
      {result.index ? (
        <p>
          {result.index.verified.categoryNames ? <strong>{words.text(result.index.verified.categoryNames)}</strong> : null}{" "}
          {t("indexFacts", { claimed: result.index.claimed.index, count: result.index.verified.innovations })}
        </p>
      ) : null}
      <dl className="metrics">
        {result.metrics.map(({ metric, value, contribution }) => (
          <div key={metric}>
            <dt>{metricName(words, metric)}</dt>
            <dd>
              {metricValue(words, metric, value)}
              {contribution === null ? null : <span className="path">{t("points", { value: Number(contribution).toFixed(2) })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {result.recognitions.length > 0 ? (
        <>
          <h4>{t("officials")}</h4>
          <ul>
            {result.recognitions.map(({ role, roleNames, personName }) => (
              <li key={role + personName}>
                {personName} <span className="quiet">{words.text(roleNames)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </article>
  );
}
