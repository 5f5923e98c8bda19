import { type Actor, hasRoleAt } from "../kernel/actor.ts";
import type { JurisdictionViewerCan } from "./jurisdiction.type.ts";

/** What a policy must know of an area. */
export type PlaceFacts = { readonly path: string };

/** Areas and agencies are known to anyone signed in; coordinators write in their subtree, administrators in theirs or everywhere. */
export const placePolicy = {
  view: (actor: Actor): boolean => actor.kind !== "PUBLIC",
  edit: (actor: Actor, place: PlaceFacts): boolean => hasRoleAt(actor, place.path, "ADMINISTRATOR", "COORDINATOR"),
  addChild: (actor: Actor, parent: PlaceFacts): boolean => hasRoleAt(actor, parent.path, "ADMINISTRATOR", "COORDINATOR"),
  /** Asked of the area and of the one it shall lie below; a country lies below nothing. */
  move: (actor: Actor, place: PlaceFacts): boolean =>
    place.path.includes(".") && hasRoleAt(actor, place.path, "ADMINISTRATOR", "COORDINATOR"),
  manageAgencies: (actor: Actor, place: PlaceFacts): boolean => hasRoleAt(actor, place.path, "ADMINISTRATOR", "COORDINATOR"),
};

/** The policy's answers for an area. */
export function viewerCanOf(actor: Actor, place: PlaceFacts): JurisdictionViewerCan {
  return {
    edit: placePolicy.edit(actor, place),
    addChild: placePolicy.addChild(actor, place),
    move: placePolicy.move(actor, place),
    manageAgencies: placePolicy.manageAgencies(actor, place),
  };
}
