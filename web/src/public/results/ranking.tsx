import type { ReactElement } from "react";
import type { PublicRankingQuery, PublicResultsQuery } from "../gql/graphql.ts";
import { metricName, metricValue } from "../metric-value.ts";
import { PlaceLink, pathOf } from "../place-link.tsx";
import type { PublicKey, Words } from "../words.ts";

type Publication = NonNullable<NonNullable<PublicResultsQuery["round"]>["publication"]>;
type Page = NonNullable<NonNullable<PublicRankingQuery["round"]>["publication"]>["results"];
type Row = Page["nodes"][number];

export type RankingProps = {
  readonly words: Words;
  readonly country: string;
  readonly publication: Publication;
  readonly level: string;
  readonly page: Page;
  /** Path of this page without its query. */
  readonly path: string;
  /** Whether this page begins at the top of the list. */
  readonly fromTop: boolean;
};

/** The full table of one level: each score as a bar in which every metric's share is visible. */
export function Ranking(props: RankingProps): ReactElement {
  const { words, publication, level, page, path } = props;
  const shown = publication.levels.find((candidate) => candidate.level === level);
  const [best] = page.nodes.filter((row) => row.rank !== null);
  const metrics = best?.metrics.map(({ metric }) => metric) ?? [];
  return (
    <section aria-labelledby="ranking">
      <h2 id="ranking">{words.t("ranking", { level: shown ? words.text(shown.names) : level })}</h2>
      <nav className="tabs" aria-label={words.t("levels")}>
        {publication.levels.map((tab) => (
          <a key={tab.level} href={`${path}?level=${tab.level}#ranking`} aria-current={tab.level === level ? "page" : undefined}>
            {words.text(tab.names)}
          </a>
        ))}
      </nav>
      <p className="quiet">
        {words.t(level === "ENTRY" ? "rankedEntries" : "rankedCount", { count: shown?.rankedCount ?? 0 })} ·{" "}
        {words.t("ineligibleCount", { count: shown?.ineligibleCount ?? 0 })}
      </p>
      <Legend words={words} metrics={metrics} row={best} />
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {words.t("rank")}
            </th>
            <th scope="col">{words.t(page.nodes.some(({ entry }) => entry !== null) ? "entry" : "area")}</th>
            <th scope="col" className="number">
              {words.t(page.nodes.some(({ index }) => index !== null) ? "indexVerified" : "score")}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.nodes.map((row) => (
            <RankingRow key={row.id} {...props} row={row} metrics={metrics} />
          ))}
        </tbody>
      </table>
      <p className="pager">
        {props.fromTop ? null : <a href={`${path}?level=${level}#ranking`}>{words.t("fromTop")}</a>}
        {page.pageInfo.hasNextPage && page.pageInfo.endCursor ? (
          <a rel="next" href={`${path}?level=${level}&after=${page.pageInfo.endCursor}#ranking`}>
            {words.t("more", { count: 100 })}
          </a>
        ) : null}
      </p>
    </section>
  );
}

function Legend(props: { readonly words: Words; readonly metrics: readonly string[]; readonly row: Row | undefined }): ReactElement | null {
  const { words, metrics, row } = props;
  if (metrics.length === 0) return null;
  return (
    <ul className="legend">
      {metrics.map((metric, index) => (
        <li key={metric}>
          <span className={`swatch s${(index % 4) + 1}`} aria-hidden="true" />
          {partName(words, row, metric)}
        </li>
      ))}
    </ul>
  );
}

function RankingRow({ words, country, row }: RankingProps & { readonly row: Row; readonly metrics: readonly string[] }): ReactElement {
  return (
    <tr className={row.prizes.length > 0 ? "prized" : undefined}>
      <td className="number rank">{row.rank ?? "–"}</td>
      <td className="subject">
        <div>
          <Subject words={words} country={country} row={row} />
          {row.prizes.map((prize) => (
            <span key={prize.prize} className="medal">
              {words.text(prize.names)}
            </span>
          ))}
          {row.index ? <Category words={words} index={row.index} /> : null}
          {row.note ? <span className="note">{words.text(row.note)}</span> : null}
        </div>
        {row.rank === null ? <Reasons words={words} row={row} /> : <Bar words={words} row={row} />}
      </td>
      <td className="number score">
        {row.score === null ? "–" : words.decimal(row.score)}
        {row.rank === null ? null : <span className="path change">{change(words, row)}</span>}
      </td>
    </tr>
  );
}

/** An area with its path; an entry with its office and the area it is from. */
function Subject({ words, country, row }: Pick<RankingProps, "words" | "country"> & { readonly row: Row }): ReactElement {
  const { entry } = row;
  return (
    <>
      {entry ? <strong>{row.subject.name}</strong> : <PlaceLink words={words} country={country} place={row.subject} />}
      <span className="path">
        {entry
          ? [entry.reference, entry.office ? words.name(entry.office) : "", pathOf(words, row.ancestors)].filter(Boolean).join(" · ")
          : pathOf(words, row.ancestors)}
      </span>
    </>
  );
}

/** Category and number of innovations; what was claimed stands beside what was verified. */
function Category({ words, index }: { readonly words: Words; readonly index: NonNullable<Row["index"]> }): ReactElement {
  const { claimed, verified } = index;
  const names = verified.categoryNames;
  return (
    <span className="note">
      {names ? <strong>{words.text(names)}</strong> : null} {words.t("indexFacts", { claimed: claimed.index, count: verified.innovations })}
    </span>
  );
}

function Bar({ words, row }: { readonly words: Words; readonly row: Row }): ReactElement {
  const label = row.metrics
    .map(
      ({ metric, value, contribution }) =>
        `${partName(words, row, metric)} ${metricValue(words, metric, value)}: ${words.t("points", { value: short(contribution) })}`,
    )
    .join("; ");
  return (
    <span className="bar" role="img" aria-label={label} title={label}>
      {row.metrics.map(({ metric, contribution }, index) => (
        <span key={metric} className={`s${(index % 4) + 1}`} style={{ width: `${Number(contribution ?? 0).toFixed(2)}%` }} />
      ))}
    </span>
  );
}

function Reasons({ words, row }: { readonly words: Words; readonly row: Row }): ReactElement {
  const reasons = Array.isArray(row.ineligible) ? (row.ineligible as readonly { readonly code: string }[]) : [];
  return <span className="note">{reasons.map(({ code }) => words.t(`reason.${code}` as PublicKey)).join(" ")}</span>;
}

/** A metric by its own name; a judging stage by the one that the round gave it. */
function partName(words: Words, row: Row | undefined, metric: string): string {
  const stage = row?.stages?.filter(({ score }) => score !== null)[row.metrics.findIndex((part) => part.metric === metric)];
  return metric.startsWith("STAGE_") && stage ? words.text(stage.names) : metricName(words, metric);
}

function change(words: Words, row: Row): string {
  const moved = row.previous?.moved ?? null;
  if (moved === null) return words.t("new");
  if (moved === 0) return words.t("same");
  return moved > 0 ? words.t("up", { count: moved }) : words.t("down", { count: -moved });
}

function short(contribution: string | null): string {
  return Number(contribution ?? 0).toFixed(2);
}
