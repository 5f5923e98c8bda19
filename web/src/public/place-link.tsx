import type { LocalizedText } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import type { Words } from "./words.ts";

export type PublicPlace = { readonly code: string; readonly name: string; readonly names: LocalizedText };

export type PlaceLinkProps = { readonly words: Words; readonly country: string; readonly place: PublicPlace };

/** An area's name as a link to its profile. */
export function PlaceLink({ words, country, place }: PlaceLinkProps): ReactElement {
  return <a href={`/${words.language}/areas/${country}/${encodeURIComponent(place.code)}`}>{words.name(place)}</a>;
}

/** Where an area lies, the nearest above first, the country left out: "Burera, Northern Province". */
export function pathOf(words: Words, ancestors: readonly PublicPlace[]): string {
  return ancestors
    .slice(1)
    .reverse()
    .map((place) => words.name(place))
    .join(", ");
}
