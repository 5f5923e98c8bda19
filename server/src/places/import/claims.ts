import { Refusal } from "../../kernel/refusal.ts";
import { type AreaState, areaKey, type KnownArea } from "./area-state.ts";

/** Who has which code of another system, and which path: no two areas may have the same. */
export class Claims {
  private readonly taken = new Map<string, string>();

  constructor(areas: Iterable<KnownArea>) {
    for (const area of areas) for (const { claim } of claimsOf(area, area.path)) this.taken.set(claim, areaKey(area));
  }

  /** Claims all of an area's codes and its path. Refuses ALREADY_EXISTS and then claims nothing. */
  take(area: AreaState, path: string): void {
    const claims = claimsOf(area, path);
    const key = areaKey(area);
    for (const { claim, column } of claims) {
      const holder = this.taken.get(claim);
      if (holder !== undefined && holder !== key) throw new Refusal("ALREADY_EXISTS", { field: column });
    }
    for (const { claim } of claims) this.taken.set(claim, key);
  }
}

function claimsOf(area: AreaState, path: string): readonly { readonly claim: string; readonly column: string }[] {
  const codes = Object.entries(area.codes).map(([system, code]) => ({
    claim: `${area.country}|${system}|${code}`,
    column: `codes.${system}`,
  }));
  return [...codes, { claim: path, column: "code" }];
}
