import type { ReactElement } from "react";
import type { PublicResultsQuery } from "../gql/graphql.ts";
import type { Words } from "../words.ts";
import { placeName } from "./winners.tsx";

type Round = NonNullable<PublicResultsQuery["round"]>;
type Step = { readonly place: number; readonly over: string; readonly name: string };

/** The size that networks of people show a shared page's picture in, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** Whether there is a podium to show: a prize with a winner. */
export function hasPodium({ publication }: Round): boolean {
  return (publication?.prizes ?? []).some(({ winners }) => winners.length > 0);
}

/** The first prize's winners on their steps, as a picture to be shared; read by no one but a rasteriser, so it brings its own colours. */
export function PodiumPicture({ words, round }: { readonly words: Words; readonly round: Round }): ReactElement {
  const { prize, steps } = podiumOf(words, round);
  const lines = wrap(words.text(round.names), 40, 2);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" {...PICTURE_SIZE} viewBox="0 0 1200 630" fontFamily="DejaVu Sans">
      <title>{words.text(round.names)}</title>
      <rect width="1200" height="630" fill="#fff" />
      <rect width="1200" height="14" fill={ACCENT} />
      <text x="60" y="76" fontSize="26" fill={SOFT}>
        {cut(words.text(round.programme.names), 66)}
      </text>
      <Lines lines={lines} x={60} y={130} size={44} bold />
      <text x="60" y={lines.length > 1 ? 228 : 180} fontSize="28" fill={ACCENT} fontWeight="700">
        {cut(prize, 60)}
      </text>
      {steps.map((step, index) => (
        <PodiumStep key={step.name} step={step} at={index} of={steps.length} />
      ))}
      <rect y="560" width="1200" height="70" fill="#f3f7f7" />
      <text x="60" y="604" fontSize="24" fontWeight="700" fill={ACCENT}>
        {words.t("product")}
      </text>
      <text x="1140" y="603" fontSize="20" fill={SOFT} textAnchor="end">
        {round.illustrative ? cut(words.t("illustrative"), 88) : ""}
      </text>
    </svg>
  );
}

const ACCENT = "#0f6770";
const INK = "#14232a";
const SOFT = "#47575e";
const GOLD = "#c8912b";

/** How wide a step is, and how high the three places stand; a prize within areas has its winners side by side. */
const STEP = 340;
const HEIGHTS = [240, 180, 130];

function PodiumStep(props: { readonly step: Step; readonly at: number; readonly of: number }): ReactElement {
  const { step, at, of } = props;
  const x = 600 + (at - (of - 1) / 2) * (STEP + 20);
  const height = HEIGHTS[Math.min(step.place, 3) - 1] ?? 130;
  const top = 560 - height;
  const name = wrap(step.name, 20, 2);
  return (
    <g textAnchor="middle">
      <Lines lines={name} x={x} y={top - 18 - (name.length - 1) * 32} size={26} bold />
      <rect x={x - STEP / 2} y={top} width={STEP} height={height} fill={step.place === 1 ? GOLD : ACCENT} rx="6" />
      <text x={x} y={top + 50} fontSize="26" fontWeight="700" fill={step.place === 1 ? INK : "#fff"}>
        {cut(step.over, 20)}
      </text>
    </g>
  );
}

function Lines(props: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}): ReactElement {
  return (
    <text x={props.x} y={props.y} fontSize={props.size} fontWeight={props.bold ? 700 : 400} fill={INK}>
      {props.lines.map((line, index) => (
        <tspan key={line} x={props.x} dy={index === 0 ? 0 : props.size * 1.2}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The first prize that was won, and up to three of its winners as they stand on steps: second, first, third. */
function podiumOf(words: Words, { publication }: Round): { readonly prize: string; readonly steps: readonly Step[] } {
  const won = (publication?.prizes ?? []).filter(({ winners }) => winners.length > 0);
  const [first] = won;
  if (!first) return { prize: "", steps: [] };
  const same = won.filter(({ prize }) => prize === first.prize);
  const all = same.flatMap(({ within, winners }) =>
    winners.map(({ place, subject }) => ({
      place,
      name: words.name(subject),
      over: within ? words.name(within) : placeName(words, place),
    })),
  );
  const [one, two, three] = all.sort((a, b) => a.place - b.place);
  const steps = first.within ? [one, two, three] : [two, one, three];
  return { prize: words.text(first.names), steps: steps.filter((step) => step !== undefined) };
}

/** Words in lines of at most so many letters; what does not fit in the last line is cut with an ellipsis. */
function wrap(text: string, letters: number, lines: number): readonly string[] {
  const found: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = found.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (longer.length <= letters || found.length === lines)) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found.map((line) => cut(line, letters));
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
