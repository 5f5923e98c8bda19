/** The weeks of a month, Monday first: each seven days `YYYY-MM-DD`, null where another month's stand. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: 42 }, (_, index) => {
    const day = dayAt(first + (index - before) * DAY);
    return day.startsWith(month) ? day : null;
  });
  return [0, 7, 14, 21, 28, 35].map((start) => cells.slice(start, start + 7)).filter((week) => week.some((day) => day !== null));
}

/** The months of a year in rows of three. */
export function monthRowsOf(year: string): readonly (readonly string[])[] {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
  return [0, 3, 6, 9].map((start) => months.slice(start, start + 3));
}

/** A key as a grid of dates hears it. */
export type GridKey = { readonly key: string; readonly shiftKey: boolean };

/** Where a key leads from a day: arrows by days and weeks, Home and End in the week, Page by months, with Shift by years. Null for other keys. */
export function stepDay(day: string, { key, shiftKey }: GridKey): string | null {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -weekday,
    End: 6 - weekday,
  };
  const by = days[key];
  if (by !== undefined) return dayAt(Date.parse(`${day}T00:00:00Z`) + by * DAY);
  const months = key === "PageUp" ? -1 : key === "PageDown" ? 1 : 0;
  if (months === 0) return null;
  const month = addMonths(day.slice(0, 7), shiftKey ? months * 12 : months);
  return `${month}-${String(Math.min(Number(day.slice(8)), lengthOf(month))).padStart(2, "0")}`;
}

/** Where a key leads from a month, in rows of three: arrows, Home and End in the row, Page by years. Null for other keys. */
export function stepMonth(month: string, { key }: GridKey): string | null {
  const column = (Number(month.slice(5)) - 1) % 3;
  const months: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -3,
    ArrowDown: 3,
    Home: -column,
    End: 2 - column,
    PageUp: -12,
    PageDown: 12,
  };
  const by = months[key];
  return by === undefined ? null : addMonths(month, by);
}

/** A month so many months later, or earlier; within the years 1000 to 9999. */
export function addMonths(month: string, by: number): string {
  const wanted = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  const count = Math.min(Math.max(wanted, 12_000), 119_999);
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

const DAY = 86_400_000;

function dayAt(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function lengthOf(month: string): number {
  return new Date(Date.parse(`${addMonths(month, 1)}-01T00:00:00Z`) - DAY).getUTCDate();
}
