import type { ReactElement } from "react";
import type { PublicRankingQuery, PublicResultsQuery } from "../gql/graphql.ts";
import { Illustrative, PageFrame } from "../page-frame.tsx";
import { Stages } from "../stages.tsx";
import type { Words } from "../words.ts";
import { isIndex } from "./index-method.tsx";
import { Downloads, Method } from "./method.tsx";
import { hasPodium, PICTURE_SIZE } from "./podium-picture.tsx";
import { Ranking } from "./ranking.tsx";
import { Winners } from "./winners.tsx";

export type ResultsPageProps = {
  readonly words: Words;
  readonly origin: string;
  readonly round: NonNullable<PublicResultsQuery["round"]>;
  readonly ranking: {
    readonly level: string;
    readonly page: NonNullable<NonNullable<PublicRankingQuery["round"]>["publication"]>["results"];
  } | null;
  readonly path: string;
  readonly query: string;
  readonly fromTop: boolean;
};

/** The results of a round: winners first, then the full table, then the method, then downloads and verification. */
export function ResultsPage({ words, origin, round, ranking, path, query, fromTop }: ResultsPageProps): ReactElement {
  const { publication } = round;
  const { t } = words;
  const title = words.text(round.names);
  const country = round.programme.country;
  return (
    <PageFrame
      words={words}
      title={`${title} · ${t("product")}`}
      description={words.text(round.descriptions) || t("tagline")}
      here={path + query}
      origin={origin}
      picture={hasPodium(round) ? { path: `${path}/podium.png`, ...PICTURE_SIZE } : null}
    >
      <p className="crumbs">{words.text(round.programme.names)}</p>
      <h1>{title}</h1>
      {round.illustrative ? <Illustrative words={words} /> : null}
      {publication ? (
        <>
          <p className="quiet">
            {t("publishedOn", { day: words.date(publication.publicFrom, round.timeZone) })} ·{" "}
            {t("publication", { number: publication.number })} ·{" "}
            <a href={`/${words.language}/rounds/${encodeURIComponent(round.code)}/ceremony`}>{t("ceremony")}</a>
          </p>
          {publication.correctedBy ? <p className="illustrative">{t("superseded", { number: publication.correctedBy })}</p> : null}
          {publication.corrects ? <p>{t("correctsOther", { number: publication.corrects, reason: publication.reason ?? "" })}</p> : null}
          <Winners words={words} country={country} prizes={publication.prizes} byIndex={isIndex(publication.definition)} />
          {ranking ? (
            <Ranking
              words={words}
              country={country}
              publication={publication}
              level={ranking.level}
              page={ranking.page}
              path={`/${words.language}${path}`}
              fromTop={fromTop}
            />
          ) : null}
          <Method words={words} publication={publication} stages={round.stages} />
          <Downloads words={words} round={round} publication={publication} />
        </>
      ) : (
        <>
          <p>{words.text(round.descriptions)}</p>
          <p>{t("noResults")}</p>
        </>
      )}
      <Stages words={words} stages={round.stages} timeZone={round.timeZone} />
    </PageFrame>
  );
}
