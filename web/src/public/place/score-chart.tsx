import { scaleLinear, scalePoint } from "@visx/scale";
import type { ReactElement } from "react";
import type { PublicPlaceQuery } from "../gql/graphql.ts";
import type { Words } from "../words.ts";

type Result = NonNullable<PublicPlaceQuery["jurisdiction"]>["results"]["nodes"][number];

const WIDTH = 640;
const HEIGHT = 220;
const EDGE = { top: 28, right: 40, bottom: 36, left: 40 };

/** An area's score over the rounds, drawn on the server; the cards below it say the same in words. */
export function ScoreChart({ words, results }: { readonly words: Words; readonly results: readonly Result[] }): ReactElement {
  const points = results.filter(({ score }) => score !== null).reverse();
  const x = scalePoint({ domain: points.map(({ id }) => id), range: [EDGE.left, WIDTH - EDGE.right], padding: 0.3 });
  const y = scaleLinear({ domain: [0, 100], range: [HEIGHT - EDGE.bottom, EDGE.top] });
  const at = points.map((point) => ({ ...point, left: x(point.id) ?? 0, top: y(Number(point.score)) }));
  return (
    <figure className="chart">
      <figcaption>{words.t("chart")}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.t("chart")}>
        {[0, 50, 100].map((tick) => (
          <g key={tick}>
            <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={EDGE.left - 8} y={y(tick) + 5} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <polyline points={at.map(({ left, top }) => `${left},${top}`).join(" ")} fill="none" stroke="var(--series-1)" strokeWidth="3" />
        {at.map(({ id, left, top, score, publication }) => (
          <g key={id}>
            <circle cx={left} cy={top} r="5" fill="var(--series-1)" />
            <text x={left} y={top - 12} textAnchor="middle">
              {words.decimal(score ?? "0")}
            </text>
            <text x={left} y={HEIGHT - 12} textAnchor="middle">
              {publication.round.code}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
