import { useQuery } from "@apollo/client/react";
import { useOutletContext } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import { type Tray, TrayDocument, TrayPartsDocument } from "./decisions.query.ts";

/** A round's tray; asked again each time the page is opened, since figures may have changed. */
export function useTray(round: string): {
  readonly tray: Tray | null;
  readonly loading: boolean;
  readonly error: unknown;
  readonly refetch: () => Promise<void>;
} {
  const { data, loading, error, refetch } = useQuery(TrayDocument, { variables: { round }, fetchPolicy: "cache-and-network" });
  const tray = data ? readFragment(TrayPartsDocument, data.decisionTray) : null;
  const again = async () => {
    await refetch();
  };
  return { tray, loading, error, refetch: again };
}

/** What the page hands to its dialogs. */
export type TrayContext = { readonly tray: Tray; readonly refetch: () => Promise<void> };

export function useTrayContext(): TrayContext {
  return useOutletContext<TrayContext>();
}

/** The way to an area, nearest first, without the country. */
export function wayTo(area: { readonly ancestors: readonly { readonly name: string }[] }): string {
  return area.ancestors
    .slice(1)
    .map(({ name }) => name)
    .reverse()
    .join(", ");
}

/** A name with the nearest area above it, since names repeat. */
export function fullName(area: { readonly name: string; readonly ancestors: readonly { readonly name: string }[] }): string {
  const above = area.ancestors.slice(1).at(-1)?.name;
  return above ? `${area.name} (${above})` : area.name;
}
