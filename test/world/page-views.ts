import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { axeProblems, goWithin, problemsOf, settled } from "./page-checks.ts";

/** Pages to look through. */
export type Views = {
  /** Origin of the world. */
  readonly url: string;
  /** Paths below `/<language>/`: `app/custody`, or a page of the public. */
  readonly paths: readonly string[];
  /** Begins the names of the pictures. */
  readonly name: string;
};

const LANGUAGES = ["en", "rw", "id"] as const;
/** On a desk and on a phone: pixels. */
const WIDTHS = [1280, 360] as const;
/** Axe reads structure and colours, which the words do not change: once a page and width, in another language each. */
const AXE: Readonly<Record<number, string>> = { 1280: "en", 360: "rw" };

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];

/**
 * What is wrong with these pages in three languages, on a desk and on a phone, in sentences; empty when nothing is. The app is loaded
 * once and then walked through, as people do; a page takes the other width as it stands.
 */
export async function problemsOfViews(page: Page, { url, paths, name }: Views): Promise<readonly string[]> {
  const found: string[] = [];
  let inApp = false;
  let width: number = WIDTHS[0];
  for (const path of paths)
    for (const language of LANGUAGES) {
      await resize(page, width);
      const isOfApp = path.startsWith("app");
      if (isOfApp && inApp) await goWithin(page, `/${language}/${path}`);
      else await page.goto(`${url}/${language}/${path}`);
      if (isOfApp && !inApp) await settled(page);
      inApp = isOfApp;
      // First as wide as it was left: to lay a page out anew takes long.
      for (const next of width === WIDTHS[0] ? WIDTHS : WIDTHS.toReversed()) {
        width = next;
        await resize(page, width);
        const problems = [...(await problemsOf(page, language)), ...(AXE[width] === language ? await axeProblems(page) : [])];
        found.push(...problems.map((problem) => `${path} ${language} ${width}: ${problem}`));
        await picture(page, `${name}-${path.replaceAll(/[^a-z0-9.]+/g, "-")}-${language}-${width}`);
      }
    }
  return found;
}

async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
}

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}
