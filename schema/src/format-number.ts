import { FORMAT_WORDS } from "./format-words.ts";
import type { Language } from "./languages.ts";

/** A decimal as it is sent and kept: digits, and a point before the fraction. */
export const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * A number as its readers write it: 2,000 and 79.9 in English and Kinyarwanda, 2.000 and 79,9 in Indonesian. `fractionDigits`
 * fixes the places (rounded half away from zero on the shortest decimal that names the number); without it at most two are shown.
 * A RangeError for what is not finite.
 */
export function formatNumber(value: number, language: Language, options: { readonly fractionDigits?: number } = {}): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`);
  const plain = toPlain(value);
  if (options.fractionDigits !== undefined) return formatDecimalString(plain, language, options);
  return write(trim(round(plain, 2)), language);
}

/**
 * An exact decimal given as a string ("152.90", "-0.5"): its digits as they are, or, with `fractionDigits`, rounded half away
 * from zero to that many places. No binary fraction is involved. A RangeError for what is no decimal.
 */
export function formatDecimalString(value: string, language: Language, options: { readonly fractionDigits?: number } = {}): string {
  if (!DECIMAL.test(value)) throw new RangeError(`Not a decimal: ${value}`);
  return write(options.fractionDigits === undefined ? value : round(value, options.fractionDigits), language);
}

function write(plain: string, language: Language): string {
  const { group, decimal } = FORMAT_WORDS[language];
  const [integer = "", fraction] = plain.replace("-", "").split(".");
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, group);
  return `${plain.startsWith("-") ? "-" : ""}${grouped}${fraction === undefined ? "" : decimal + fraction}`;
}

function round(plain: string, places: number): string {
  const negative = plain.startsWith("-");
  const [integer = "0", fraction = ""] = plain.replace("-", "").split(".");
  const kept = BigInt(integer + fraction.slice(0, places).padEnd(places, "0"));
  const digits = String(kept + (fraction.charAt(places) >= "5" ? 1n : 0n)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const rounded = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return negative && /[1-9]/.test(rounded) ? `-${rounded}` : rounded;
}

function trim(plain: string): string {
  return plain.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** The shortest decimal of a number without an exponent. */
function toPlain(value: number): string {
  const [mantissa = "0", exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa;
  const shift = Number(exponent);
  const [integer = "0", fraction = ""] = mantissa.replace("-", "").split(".");
  const sign = value < 0 ? "-" : "";
  if (shift < 0) return `${sign}0.${"0".repeat(-shift - 1)}${integer}${fraction}`;
  return `${sign}${integer}${fraction.padEnd(shift, "0")}`;
}
