import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../icons.tsx";
import { useFormat } from "../use-format.ts";
import { addMonths, monthRowsOf, stepDay, stepMonth, weeksOf } from "./calendar-steps.ts";
import styles from "./dates.module.css";

/** Days of a month, or months of a year. */
export type GridView = "days" | "months";

/** A grid of dates, gone through by arrow keys, Home, End, Page and Shift+Page; Enter or a press picks. Takes the focus when it appears. */
export function DateGrid(props: {
  readonly view: GridView;
  /** `YYYY-MM-DD` or `YYYY-MM`; "" for none. */
  readonly chosen: string;
  readonly onPick: (date: string) => void;
}): ReactElement {
  const { view, chosen } = props;
  const today = useToday(view);
  const title = useId();
  const [at, setAt] = useState(chosen || today);
  const grid = useRef<HTMLTableElement>(null);
  const turned = useRef(false);
  useEffect(() => {
    if (turned.current) turned.current = false;
    else grid.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = (view === "days" ? stepDay : stepMonth)(at, event);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  const rows = view === "days" ? weeksOf(at.slice(0, 7)) : monthRowsOf(at.slice(0, 4));
  return (
    <>
      <Turner
        view={view}
        at={at}
        titleId={title}
        onTurn={(months) => {
          turned.current = true;
          setAt(turn(at, months));
        }}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a date grid */}
      <table ref={grid} role="grid" className={styles.grid} aria-labelledby={title} onKeyDown={onKeyDown}>
        {view === "days" ? <Weekdays /> : null}
        <tbody>
          {rows.map((row) => (
            <tr key={row.find((date) => date !== null)}>
              {row.map((date, column) => (
                <Cell key={date ?? `none ${column}`} date={date} at={at} chosen={chosen} today={today} onPick={props.onPick} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The same day so many months on, or the month's last where it has none. */
function turn(at: string, months: number): string {
  if (at.length === 7) return addMonths(at, months);
  const steps = { key: months > 0 ? "PageDown" : "PageUp", shiftKey: Math.abs(months) === 12 };
  return stepDay(at, steps) ?? at;
}

function Turner(props: {
  readonly view: GridView;
  readonly at: string;
  readonly titleId: string;
  readonly onTurn: (months: number) => void;
}): ReactElement {
  const { t } = useTranslation("dates");
  const format = useFormat();
  return (
    <div className={styles.head}>
      <Turn words={t("previousYear")} icon="«" onPress={() => props.onTurn(-12)} />
      {props.view === "days" ? <Turn words={t("previousMonth")} icon="‹" onPress={() => props.onTurn(-1)} /> : null}
      <span id={props.titleId} className={styles.title} aria-live="polite">
        {props.view === "days" ? format.month(props.at.slice(0, 7)) : props.at.slice(0, 4)}
      </span>
      {props.view === "days" ? <Turn words={t("nextMonth")} icon="›" onPress={() => props.onTurn(1)} /> : null}
      <Turn words={t("nextYear")} icon="»" onPress={() => props.onTurn(12)} />
    </div>
  );
}

function Turn(props: { readonly words: string; readonly icon: "«" | "‹" | "›" | "»"; readonly onPress: () => void }): ReactElement {
  const double = props.icon === "«" || props.icon === "»";
  const back = props.icon === "«" || props.icon === "‹";
  return (
    <button
      type="button"
      className={styles.turn}
      data-back={back}
      data-mantine-stop-propagation="true"
      aria-label={props.words}
      onClick={props.onPress}
    >
      <Icon name="next" size={18} />
      {double ? <Icon name="next" size={18} /> : null}
    </button>
  );
}

function Weekdays(): ReactElement {
  const { t } = useTranslation("dates");
  return (
    <thead>
      <tr>
        {WEEKDAYS.map((day) => (
          <th key={day} scope="col" abbr={t(`weekdays.${day}`)}>
            {t(`weekdaysShort.${day}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

function Cell(props: {
  readonly date: string | null;
  readonly at: string;
  readonly chosen: string;
  readonly today: string;
  readonly onPick: (date: string) => void;
}): ReactElement {
  const format = useFormat();
  const { date } = props;
  if (date === null) return <td />;
  const isDay = date.length === 10;
  return (
    <td>
      <button
        type="button"
        className={styles.cell}
        data-date={date}
        data-mantine-stop-propagation="true"
        tabIndex={date === props.at ? 0 : -1}
        aria-label={isDay ? format.date(date) : format.month(date)}
        aria-pressed={date === props.chosen}
        aria-current={date === props.today ? "date" : undefined}
        onClick={() => props.onPick(date)}
      >
        {isDay ? Number(date.slice(8)) : format.month(date, { short: true }).slice(0, -5)}
      </button>
    </td>
  );
}

/** Today, or this month, by this device's clock. */
function useToday(view: GridView): string {
  const [today] = useState(() => {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return view === "days" ? day : day.slice(0, 7);
  });
  return today;
}
