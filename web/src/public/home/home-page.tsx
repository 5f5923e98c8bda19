import type { ReactElement } from "react";
import type { PublicHomeQuery } from "../gql/graphql.ts";
import { Illustrative, PageFrame } from "../page-frame.tsx";
import { PlaceLink } from "../place-link.tsx";
import type { PublicKey, Words } from "../words.ts";

type Programme = PublicHomeQuery["programmes"]["nodes"][number];
type Round = Programme["rounds"]["nodes"][number];

export type HomePageProps = { readonly words: Words; readonly origin: string; readonly programmes: readonly Programme[] };

/** The front page: each programme with its rounds, the newest first, and the winners of those that are published. */
export function HomePage({ words, origin, programmes }: HomePageProps): ReactElement {
  const { t } = words;
  return (
    <PageFrame words={words} title={t("product")} description={t("tagline")} here="" origin={origin}>
      <h1>{t("product")}</h1>
      <p className="lead">{t("tagline")}</p>
      {programmes.length === 0 ? <p>{t("noProgrammes")}</p> : null}
      {programmes.map((programme) => (
        <section key={programme.code} aria-labelledby={programme.code}>
          <h2 id={programme.code}>{words.text(programme.names)}</h2>
          <p>{words.text(programme.descriptions)}</p>
          <ul className="rounds">
            {programme.rounds.nodes.map((round) => (
              <RoundCard key={round.code} words={words} country={programme.country} round={round} />
            ))}
          </ul>
        </section>
      ))}
    </PageFrame>
  );
}

function RoundCard({ words, country, round }: { readonly words: Words; readonly country: string; readonly round: Round }): ReactElement {
  const { t } = words;
  const href = `/${words.language}/rounds/${encodeURIComponent(round.code)}`;
  const opening = round.stages.find(({ kind }) => kind === "PUBLICATION");
  return (
    <li className="card">
      <h3>
        <a href={href}>{words.text(round.names)}</a>
      </h3>
      <p>
        <span className={`state ${round.state.toLowerCase()}`}>{t(`state.${round.state}` as PublicKey)}</span>
      </p>
      {round.illustrative ? <Illustrative words={words} /> : null}
      {round.publication ? (
        <>
          <FirstPlaces words={words} country={country} round={round} />
          <p>
            <a href={href}>{t("seeResults")}</a>
          </p>
        </>
      ) : (
        <p>
          {t("noResults")} {opening ? t("noResultsNext", { day: words.date(opening.startsAt, round.timeZone) }) : ""}
        </p>
      )}
    </li>
  );
}

function FirstPlaces({ words, country, round }: { readonly words: Words; readonly country: string; readonly round: Round }): ReactElement {
  const everywhere = round.publication?.prizes.filter(({ within }) => within === null) ?? [];
  return (
    <dl className="firsts">
      {everywhere.map((prize) => (
        <div key={prize.prize}>
          <dt>{words.text(prize.names)}</dt>
          {prize.winners.map((winner) => (
            <dd key={winner.subject.code} className={winner.place === 1 ? "gold" : undefined}>
              <span className="place">{winner.place}</span> <PlaceLink words={words} country={country} place={winner.subject} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
