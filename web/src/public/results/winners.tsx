import type { ReactElement } from "react";
import type { PublicResultsQuery } from "../gql/graphql.ts";
import { PlaceLink } from "../place-link.tsx";
import type { PublicKey, Words } from "../words.ts";

type Publication = NonNullable<NonNullable<PublicResultsQuery["round"]>["publication"]>;
type Prize = Publication["prizes"][number];

export type WinnersProps = {
  readonly words: Words;
  readonly country: string;
  readonly prizes: readonly Prize[];
  readonly byIndex: boolean;
};

/** The prizes with their winners, first places first; a prize given within each of several areas is one group. */
export function Winners({ words, country, prizes, byIndex }: WinnersProps): ReactElement {
  const won = [...Map.groupBy(prizes, ({ prize }) => prize).values()];
  const groups = won.filter((group) => group.some(({ winners, withheld }) => winners.length + withheld.length > 0));
  return (
    <section aria-labelledby="winners">
      <h2 id="winners">{words.t("winners")}</h2>
      {groups.map((group) => (
        <PrizeGroup key={group[0]?.prize} words={words} country={country} prizes={group} byIndex={byIndex} />
      ))}
    </section>
  );
}

function PrizeGroup({ words, country, prizes, byIndex }: WinnersProps): ReactElement {
  const [first] = prizes;
  return (
    <div className="prize">
      <h3>{first ? words.text(first.names) : ""}</h3>
      <ol className={first?.within ? "podium within" : "podium"}>
        {prizes.flatMap((prize) =>
          prize.winners.map((winner) => (
            <li key={`${prize.within?.code ?? ""}:${winner.subject.code}`} className={winner.place === 1 ? "gold" : undefined}>
              <span className="place">{prize.within ? words.name(prize.within) : placeName(words, winner.place)}</span>
              <strong className="winner">
                {winner.subject.level === "ENTRY" ? (
                  winner.subject.name
                ) : (
                  <PlaceLink words={words} country={country} place={winner.subject} />
                )}
              </strong>
              <span className="points">{words.t(byIndex ? "indexOf" : "scoreOf", { score: words.decimal(winner.score) })}</span>
              {winner.shared ? <span className="note">{words.t("shared")}</span> : null}
              {winner.reason ? <span className="note">{words.t("chairReason", { reason: winner.reason })}</span> : null}
            </li>
          )),
        )}
      </ol>
      {prizes.flatMap((prize) =>
        prize.withheld.map(({ place, reason }) => (
          <p key={`${prize.within?.code ?? ""}:${place}`} className="note">
            {words.t("withheld", { place: prize.within ? words.name(prize.within) : placeName(words, place), reason })}
          </p>
        )),
      )}
    </div>
  );
}

/** "1st place"; from the fourth on with the number. */
export function placeName(words: Words, place: number): string {
  return place <= 3 ? words.t(`place_${place}` as PublicKey) : words.t("place_n", { place });
}
