import { useTranslation } from "react-i18next";
import { useMe } from "../../lib/session/me.ts";
import { useLanguage } from "../../ui/use-format.ts";
import type { NavEntry } from "../feature.ts";
import { FEATURES } from "../routes.tsx";

/** A link of the navigation, in words. */
export type NavLink = NavEntry & { readonly to: string; readonly words: string; readonly shortWords: string };

/** The places that this person goes to, in order. */
export function useNav(): readonly NavLink[] {
  const { t } = useTranslation("shell");
  const me = useMe();
  const language = useLanguage();
  return FEATURES.flatMap((feature) => {
    const { nav } = feature;
    if (!nav || (nav.roles && !nav.roles.some((role) => me?.roles.includes(role)))) return [];
    const to = feature.path === "" ? `/${language}/app` : `/${language}/app/${feature.path}`;
    const words = t(`nav.${nav.label}`);
    return [{ ...nav, to, words, shortWords: nav.short ? t(`navShort.${nav.short}`) : words }];
  });
}
