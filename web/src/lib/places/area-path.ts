/** What is needed to tell where an area lies. */
export type AreaWithPath = { readonly name: string; readonly ancestors: readonly { readonly name: string }[] };

/** Where an area lies, from the country down, without itself: "Rwanda › Southern Province › Huye". Names repeat, so it is always shown. */
export function pathText(area: Pick<AreaWithPath, "ancestors">): string {
  return area.ancestors.map(({ name }) => name).join(" › ");
}

/** The page of an area in the app, from `/<language>/app`. */
export function areaAddress(area: { readonly country: string; readonly code: string }): string {
  return `places/${area.country}/${encodeURIComponent(area.code)}`;
}
