import { scaleLinear, scalePoint } from "@visx/scale";
import { LinePath } from "@visx/shape";
import type { ReactElement } from "react";
import { useFormat } from "../use-format.ts";
import { type ChartProps, colour, largest } from "./chart.ts";
import { ChartFrame, dash } from "./chart-frame.tsx";
import styles from "./charts.module.css";

/** Values over months or editions; a missing one breaks the line. */
export function LineChart(props: ChartProps): ReactElement {
  return <ChartFrame {...props} draw={(width) => <Lines {...props} width={width} />} />;
}

function Lines(props: ChartProps & { readonly width: number }): ReactElement {
  const height = props.height ?? 260;
  const x = scalePoint({ domain: props.categories.map((_, index) => index), range: [LEFT, props.width - RIGHT] });
  const y = scaleLinear({ domain: [0, largest(props.series)], range: [height - BOTTOM, TOP], nice: true });
  return (
    <svg width={props.width} height={height} role="img" aria-label={props.label}>
      <Axes {...props} x={(index) => x(index) ?? LEFT} y={y} ticks={y.ticks(4)} height={height} />
      {props.series.map((one, index) => (
        <g key={one.name}>
          <LinePath
            data={one.values.map((value, at) => ({ value, at }))}
            defined={(point) => point.value !== null}
            x={(point) => x(point.at) ?? LEFT}
            y={(point) => y(point.value ?? 0)}
            stroke={colour(index)}
            strokeWidth={2.5}
            strokeDasharray={dash(index)}
          />
          {one.values.map((value, at) =>
            value === null || one.values.length > MOST_DOTS ? null : (
              <circle key={props.categories[at]} cx={x(at) ?? LEFT} cy={y(value)} r={3.5} fill={colour(index)} />
            ),
          )}
        </g>
      ))}
    </svg>
  );
}

type AxesProps = ChartProps & {
  readonly width: number;
  readonly height: number;
  readonly ticks: readonly number[];
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
};

/** Lines for round values; as many names below as have room. */
function Axes(props: AxesProps): ReactElement {
  const format = useFormat();
  const write = props.write ?? ((value: number) => format.number(value));
  const widest = Math.max(...props.categories.map((category) => category.length)) * LETTER + GAP;
  const every = Math.max(1, Math.ceil((props.categories.length * widest) / (props.width - LEFT - RIGHT)));
  return (
    <>
      {props.ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={props.width} y1={props.y(tick)} y2={props.y(tick)} className={styles.grid} />
          <text x={LEFT - 8} y={props.y(tick) + 5} textAnchor="end" className={styles.axisText}>
            {write(tick)}
          </text>
        </g>
      ))}
      {props.categories.map((category, index) =>
        index % every === 0 && props.x(index) + widest / 2 <= props.width + GAP ? (
          <text key={category} x={props.x(index)} y={props.height - 8} textAnchor="middle" className={styles.axisText}>
            {category}
          </text>
        ) : null,
      )}
    </>
  );
}

/** Pixels of a letter and between two names below the lines. */
const LETTER = 7;
const GAP = 16;
/** With more points than this the line alone is clearer. */
const MOST_DOTS = 36;
/** Pixels around the lines, for the words of the axes. */
const LEFT = 60;
const RIGHT = 44;
const TOP = 12;
const BOTTOM = 36;
