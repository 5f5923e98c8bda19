/** The marks that a criterion allows: min, min + step, … up to max. Decimal texts. */
export type Scale = { readonly min: string; readonly max: string; readonly step: string };

/** A mark in the one way it is written: without needless zeros; null for what is no number. At most six decimals count. */
export function plain(text: string): string | null {
  const written = text.trim().replace(",", ".");
  return /^-?\d+(\.\d*)?$|^-?\.\d+$/.test(written) ? textOf(millionths(written)) : null;
}

/** Every mark of the scale, lowest first; null where there are more than `most` and a field to type in serves better. */
export function valuesOf(scale: Scale, most = 11): readonly string[] | null {
  const [min, max, step] = [millionths(scale.min), millionths(scale.max), millionths(scale.step)];
  const count = Math.floor((max - min) / step) + 1;
  if (count > most) return null;
  return Array.from({ length: count }, (_, index) => textOf(min + index * step));
}

/** Whether the mark is one of the scale's. */
export function isOnScale(scale: Scale, mark: string): boolean {
  const value = plain(mark);
  if (value === null) return false;
  const from = millionths(value) - millionths(scale.min);
  return from >= 0 && millionths(value) <= millionths(scale.max) && from % millionths(scale.step) === 0;
}

/** The next mark up or down; the scale's end it begins from where there is none yet. */
export function stepFrom(scale: Scale, mark: string | null, direction: 1 | -1): string {
  const [min, max, step] = [millionths(scale.min), millionths(scale.max), millionths(scale.step)];
  if (mark === null || !isOnScale(scale, mark)) return textOf(direction === 1 ? min : max);
  const top = min + Math.floor((max - min) / step) * step;
  return textOf(Math.min(top, Math.max(min, millionths(mark) + direction * step)));
}

/** The anchor of a mark: its own, or that of the nearest mark below that has one. */
export function anchorOf(
  anchors: readonly { readonly value: string; readonly text: string }[],
  mark: string | null,
): { readonly value: string; readonly text: string; readonly exact: boolean } | null {
  if (mark === null) return null;
  const value = millionths(mark);
  const below = anchors
    .filter((anchor) => millionths(anchor.value) <= value)
    .toSorted((a, b) => millionths(b.value) - millionths(a.value))[0];
  return below ? { ...below, exact: millionths(below.value) === value } : null;
}

function millionths(text: string): number {
  return Math.round(Number(text) * 1_000_000);
}

function textOf(value: number): string {
  return String(value / 1_000_000);
}
