import type { ReactElement } from "react";
import type { PublicResultsQuery } from "../gql/graphql.ts";
import { PageFrame } from "../page-frame.tsx";
import type { Words } from "../words.ts";
import { placeName } from "./winners.tsx";

export type CeremonyPageProps = {
  readonly words: Words;
  readonly origin: string;
  readonly round: NonNullable<PublicResultsQuery["round"]>;
  readonly path: string;
  /** 1 is the first name called. */
  readonly step: number;
};

/** One name a step, the last place first, large enough for the last row of the hall. */
export function CeremonyPage({ words, origin, round, path, step }: CeremonyPageProps): ReactElement {
  const names = namesInOrder(round);
  const current = names[step - 1];
  const { t } = words;
  const at = (to: number) => `/${words.language}${path}?step=${to}`;
  const title = words.text(round.names);
  return (
    <PageFrame words={words} title={`${t("ceremony")} · ${title}`} description={title} here={`${path}?step=${step}`} origin={origin}>
      <section className="ceremony">
        <p className="crumbs">{title}</p>
        {current ? (
          <>
            <h1>{words.text(current.prize)}</h1>
            <p className="place">{current.within ? words.name(current.within) : placeName(words, current.place)}</p>
            <p className="name">{words.name(current.subject)}</p>
          </>
        ) : (
          <h1>{t("ceremonyEnd")}</h1>
        )}
        <p className="pager">
          {step > 1 ? (
            <a rel="prev" href={at(step - 1)}>
              {t("ceremonyBack")}
            </a>
          ) : null}
          {current ? (
            <a rel="next" className="button" href={at(step + 1)}>
              {t("ceremonyNext")}
            </a>
          ) : (
            <a href={`/${words.language}/rounds/${encodeURIComponent(round.code)}`}>{t("seeResults")}</a>
          )}
        </p>
      </section>
    </PageFrame>
  );
}

function namesInOrder(round: CeremonyPageProps["round"]) {
  const prizes = [...(round.publication?.prizes ?? [])].reverse();
  return prizes.flatMap((prize) =>
    [...prize.winners].sort((a, b) => b.place - a.place).map((winner) => ({ ...winner, prize: prize.names, within: prize.within })),
  );
}
