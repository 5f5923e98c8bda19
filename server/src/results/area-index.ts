import type { Language } from "@isonga/schema/languages";
import type { PublishedArea, PublishedPlace } from "@isonga/schema/published-result";
import { placeName } from "../places/jurisdiction-rows.ts";
import { lineage } from "../services/performance.ts";
import type { PlaceInputs } from "./load-places.ts";
import type { ResultArea, ResultPlace } from "./standing.type.ts";

/** A round's areas by code, with the way up from each. An unknown code is a fault. */
export class AreaIndex {
  readonly #areas: ReadonlyMap<string, PublishedArea>;
  readonly #parents: ReadonlyMap<string, string | null>;
  readonly #above: readonly PublishedPlace[];

  constructor({ areas, above }: Pick<PlaceInputs, "areas" | "above">) {
    this.#areas = new Map(areas.map((area) => [area.code, area]));
    this.#parents = new Map(areas.map((area) => [area.code, area.parentCode]));
    this.#above = above;
  }

  area(code: string): PublishedArea {
    const area = this.#areas.get(code);
    if (!area) throw new Error(`${code} is not among the round's areas`);
    return area;
  }

  byId(id: string): PublishedArea | null {
    for (const area of this.#areas.values()) if (area.id === id) return area;
    return null;
  }

  /** As a publication names it. */
  place(code: string): PublishedPlace {
    const { id, level, name, names } = this.area(code);
    return { id, code, level, name, names };
  }

  /** The areas above, the country first, the nearest last. */
  ancestors(code: string): readonly PublishedPlace[] {
    const within = lineage(code, this.#parents).slice(1).reverse();
    return [...this.#above, ...within.map((ancestor) => this.place(ancestor))];
  }

  /** As a reader sees it, with its path. */
  view(code: string, language: Language): ResultArea {
    return { ...readerPlace(this.place(code), language), ancestors: this.ancestors(code).map((place) => readerPlace(place, language)) };
  }

  /** As a reader sees it, without its path. */
  shown(code: string, language: Language): ResultPlace {
    return readerPlace(this.place(code), language);
  }
}

function readerPlace(place: PublishedPlace, language: Language): ResultPlace {
  return { id: place.id, code: place.code, level: place.level, name: placeName(place, language) };
}
