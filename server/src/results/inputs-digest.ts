import { createHash } from "node:crypto";
import { canonicalJson } from "@isonga/schema/canonical-json";
import type { PublishedInputs } from "@isonga/schema/published-result";
import type { AnyInstrument } from "../programmes/instrument.ts";

/** Everything a standing follows from. */
export type DigestedInputs = Pick<PublishedInputs, "areas" | "excluded" | "ties"> & {
  readonly definition: AnyInstrument;
  readonly totals?: PublishedInputs["totals"];
  readonly entries?: PublishedInputs["entries"];
  readonly judging?: PublishedInputs["judging"];
};

/**
 * SHA-256 of the canonical JSON of what the standing follows from: the definition, the areas (code, level, code of the area above,
 * population; no names), their totals, entries or cards, the chair's exclusions and orders of ties. Another digest is another standing, or may be.
 */
export function inputsDigest({ areas, ...rest }: DigestedInputs): string {
  const tree = areas.map(({ code, level, parentCode, population }) => ({ code, level, parentCode, population }));
  return sha256({ ...rest, areas: tree });
}

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function sha256(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
