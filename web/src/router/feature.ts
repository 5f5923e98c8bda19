import type { ComponentType } from "react";
import type { LoaderFunction } from "react-router";
import type { Namespace, Phrases } from "../lib/i18n/phrases.ts";
import type { Role } from "../lib/session/me.ts";
import type { IconName } from "../ui/icons.tsx";

/** What a page's file exports. */
export type PageModule = {
  readonly Component: ComponentType;
  /** Starts the page's query before the page is shown. */
  readonly loader?: LoaderFunction;
};

/** A page of the app, under `/<language>/app/`. */
export type Feature = {
  /** Relative to its parent; "" is the parent's own address. */
  readonly path: string;
  readonly load: () => Promise<PageModule>;
  /** Phrases it shows, fetched together with it. "common" and "shell" are always there, "refusals" on all but home. */
  readonly phrases?: readonly Namespace[];
  /** Dialogs and tabs that are pages of their own; shown where the page puts its `<Outlet />`. */
  readonly children?: readonly Feature[];
  readonly nav?: NavEntry;
};

/** A place in the navigation, in the order of the list of features. */
export type NavEntry = {
  readonly label: keyof Phrases["shell"]["nav"];
  /** A shorter word where the whole label does not fit: the phone's bottom bar. */
  readonly short?: keyof Phrases["shell"]["navShort"];
  readonly icon: IconName;
  /** Whose work it is; everybody's when not given. What is allowed is decided by the server, this only keeps the list short. */
  readonly roles?: readonly Role[];
  /** Stands in the phone's bottom bar; the first four for a person do, the others are under "More". */
  readonly bar?: boolean;
};
