import { isLanguage, type Language, negotiateLanguage } from "@isonga/schema/languages";

/** The path of the app in a language: `/rw/app`. */
export function appPath(language: Language, rest = ""): string {
  return `/${language}/app${rest}`;
}

/** The language that a path names in its first segment. */
export function languageOfPath(path: string): Language | null {
  const segment = path.split("/")[1];
  return isLanguage(segment) ? segment : null;
}

/** The same place in another language: path, query and hash stay. */
export function inLanguage(
  language: Language,
  location: { readonly pathname: string; readonly search: string; readonly hash: string },
): string {
  const rest = languageOfPath(location.pathname) === null ? location.pathname : location.pathname.slice(3);
  return `/${language}${rest}${location.search}${location.hash}`;
}

/** What this device chose last; without that what the browser asks for. */
export function deviceLanguage(): Language {
  const stored = readStored();
  return stored ?? negotiateLanguage(navigator.languages.join(","));
}

/** Keeps the choice on this device, for visits that name no language. */
export function keepDeviceLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that stores nothing still has the language in the URL.
  }
}

/** Somebody turned this page into another language by hand; it then outranks what the account says. */
export function noteChosenByHand(): void {
  chosenByHand = true;
}

/** Whether that happened since the page was opened. */
export function isChosenByHand(): boolean {
  return chosenByHand;
}

let chosenByHand = false;

const KEY = "isonga.language";

function readStored(): Language | null {
  try {
    const stored = localStorage.getItem(KEY);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}
