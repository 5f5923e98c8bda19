/** How the names begin under which what is being typed is noted on this device, until it is kept in its database. */
export const TYPED = "isonga-typed ";

/** Forgets all of it, for whoever signs out. */
export function wipeTyped(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(TYPED)) localStorage.removeItem(name);
}

/**
 * Notes at a key what is being typed, or with null forgets it: at once, because a page that goes has no time for its database. In a full or
 * forbidden storage only the page remembers.
 */
export function noteTyped(key: string, typed: unknown): void {
  try {
    if (typed === null) localStorage.removeItem(TYPED + key);
    else localStorage.setItem(TYPED + key, JSON.stringify(typed));
  } catch {
    // then only the page remembers
  }
}

/** What was noted at the key, or null. The caller knows its own form. */
export function typedAt<Typed>(key: string): Typed | null {
  try {
    return JSON.parse(localStorage.getItem(TYPED + key) ?? "null") as Typed | null;
  } catch {
    return null;
  }
}

/** All that was noted under keys that begin so. The caller knows its own form. */
export function typedUnder<Typed>(begin: string): readonly Typed[] {
  return keysUnder(begin).flatMap((key) => typedAt<Typed>(key) ?? []);
}

function keysUnder(begin: string): readonly string[] {
  try {
    return Object.keys(localStorage).flatMap((name) => (name.startsWith(TYPED + begin) ? [name.slice(TYPED.length)] : []));
  } catch {
    return [];
  }
}
