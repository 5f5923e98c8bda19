import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import type { ReactElement } from "react";
import { useFormat } from "../use-format.ts";
import { type ChartProps, colour, largest } from "./chart.ts";
import { ChartFrame } from "./chart-frame.tsx";
import styles from "./charts.module.css";

/** Lying bars, one group a category: names are read without turning the head, the figure stands at the bar's end. */
export function BarChart(props: ChartProps): ReactElement {
  return <ChartFrame {...props} draw={(width) => <Bars {...props} width={width} />} />;
}

function Bars(props: ChartProps & { readonly width: number }): ReactElement {
  const format = useFormat();
  const write = props.write ?? ((value: number) => format.number(value));
  const height = props.height ?? props.categories.length * (NAME + props.series.length * BAR + GAP);
  const rows = scaleBand({ domain: props.categories.map((_, index) => index), range: [0, height], paddingInner: 0 });
  const x = scaleLinear({ domain: [0, largest(props.series)], range: [0, props.width - FIGURE] });
  return (
    <svg width={props.width} height={height} role="img" aria-label={props.label}>
      {props.categories.map((category, row) => (
        <g key={category} transform={`translate(0 ${rows(row) ?? 0})`}>
          <text y={NAME - 6} className={styles.name}>
            {category}
          </text>
          {props.series.map((one, index) => {
            const value = one.values[row] ?? null;
            const y = NAME + index * BAR;
            return (
              <g key={one.name}>
                <Bar x={0} y={y} width={Math.max(value === null ? 0 : 2, x(value ?? 0))} height={BAR - 4} rx={3} fill={colour(index)} />
                <text x={x(value ?? 0) + 8} y={y + BAR - 8} className={styles.figureText}>
                  {value === null ? "–" : write(value)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** Pixels: the name's line, one bar with its gap, the space between groups, the room for a figure. */
const NAME = 24;
const BAR = 20;
const GAP = 12;
const FIGURE = 88;
