import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";

const locales = resolve(import.meta.dirname, "../../web/locales/en");

/**
 * What is wrong with the page as it stands, in sentences; empty when nothing is: sideways overflow, language, title, heading, keys shown
 * instead of words, values that escaped from code, English months in other languages.
 */
export async function problemsOf(page: Page, language: string): Promise<readonly string[]> {
  const seen = await page.evaluate(readPage);
  const words = [...seen.words, seen.title];
  return [
    seen.overflow > 1 ? `is ${seen.overflow} px wider than the screen: ${seen.wide.join(", ")}` : null,
    seen.language === language ? null : `says it is in ${seen.language}`,
    seen.title.length > 2 ? null : `has the title “${seen.title}”`,
    seen.headings.length === 1 && seen.headings[0] !== ""
      ? null
      : `has ${seen.headings.length} main headings: ${seen.headings.join(" | ")}`,
    ...words.filter(isKey).map((text) => `shows the key ${text}`),
    ...words.filter((text) => ESCAPED.test(text) && !/^[[{]/.test(text)).map((text) => `shows ${text}`),
    ...words.filter((text) => FOREIGN_MONTHS[language]?.test(text)).map((text) => `has an English month: ${text}`),
  ].filter((problem) => problem !== null);
}

/** What axe finds serious or critical on the page, by WCAG 2.0 to 2.2 A and AA. */
export async function axeProblems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // The whole page in view, so that nothing is hidden behind what sticks to an edge.
  await showWhole(page);
  // Its code once a page, and of its answer only what is wrong: to hand over all that is well takes longer than to find it.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(runAxe, rules ?? WCAG);
}

/** Makes the window as high as its page; again where fields grow with it. */
async function showWhole(page: Page): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    const present = page.viewportSize();
    const height = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      return Math.min(20_000, document.documentElement.scrollHeight);
    });
    if (!present || height <= present.height) return;
    await page.setViewportSize({ width: present.width, height });
  }
}

/** Shows another page of the app without loading it anew, and waits until it stands in the language of its path. */
export async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({ idx: history.length, key: to }, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  }, path);
  await page.waitForFunction((language) => document.documentElement.lang === language, path.split("/")[1]);
  await settled(page);
}

/** Waits until the page has its heading and nothing is being asked or drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    // What is kept is shown before the answer comes: the page counts how many of its questions have none yet.
    const watched = globalThis as { asking?: number };
    if (watched.asking !== undefined) return;
    watched.asking = 0;
    const ask = fetch;
    const count = (change: number) => {
      watched.asking = (watched.asking ?? 0) + change;
    };
    globalThis.fetch = (...given) => {
      count(1);
      return ask(...given).finally(() => count(-1));
    };
  });
  await page.evaluate(() => Object.assign(globalThis, { calm: 0, drawn: -1 }));
  await page.waitForFunction(
    () => {
      const standing =
        document.querySelector("h1") && !document.querySelector("[aria-busy=true], [data-moving=true], main [class*=skeleton]");
      const state = globalThis as { calm?: number; drawn?: number; asking?: number };
      const drawn = performance.getEntriesByType("resource").length * 100_000 + (document.body.textContent?.length ?? 0);
      state.calm = standing && state.drawn === drawn && state.asking === 0 ? (state.calm ?? 0) + 1 : 0;
      state.drawn = drawn;
      return state.calm > 3;
    },
    null,
    { polling: 40, timeout: 20_000 },
  );
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const ESCAPED = /\bundefined\b|\bNaN\b|\[object |Invalid Date|\{\{|\}\}|\bnull\b/;
/** Months as English has them and the language has not. */
const FOREIGN_MONTHS: Readonly<Record<string, RegExp>> = {
  rw: /\b(January|February|March|April|May|June|July|August|September|October|November|December)\b \d/,
  id: /\b(January|February|March|May|June|July|August|October|December)\b \d/,
};

/** Every dotted key there is, and anything that has the look of one alone. */
const KEYS = new Set(globSync(`${locales}/*.json`).flatMap((file) => keysIn(JSON.parse(readFileSync(file, "utf8")))));

function isKey(text: string): boolean {
  return text.split(/\s+/).some((word) => KEYS.has(word.replace(/^[a-z]+:/, ""))) || /^[a-z]+:[a-z][\w.]+$/i.test(text);
}

function keysIn(tree: object, path = ""): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const own = path === "" ? key : `${path}.${key}`;
    if (typeof value === "object" && value !== null) return keysIn(value, own);
    return own.includes(".") ? [own, own.replace(/_(one|other)$/, "")] : [];
  });
}

type Seen = {
  readonly overflow: number;
  readonly wide: readonly string[];
  readonly language: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly words: readonly string[];
};

/** Runs in the page. */
function readPage(): Seen {
  const root = document.documentElement;
  const overflow = root.scrollWidth - root.clientWidth;
  const wide: string[] = [];
  const words: string[] = [];
  const add = (text: string | null): void => {
    const trimmed = text?.trim() ?? "";
    if (trimmed !== "") words.push(trimmed);
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (["SCRIPT", "STYLE", "CODE", "PRE", "TEXTAREA"].includes(element.tagName)) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) add(element.getAttribute(name));
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) add(node.textContent);
    if (overflow > 0 && wide.length < 5 && element.getBoundingClientRect().right > root.clientWidth + 1)
      wide.push(`${element.tagName.toLowerCase()}.${String(element.className).slice(0, 50)}`);
  }
  const headings = [...document.querySelectorAll("h1")].map((heading) => heading.textContent?.trim() ?? "");
  return { overflow, wide, language: root.lang, title: document.title, headings, words };
}

/** Runs in the page. By tags, or by the names of rules. What lies under a dialog cannot be reached, and is judged as a page of its own. */
async function runAxe(rules: readonly string[]): Promise<readonly string[]> {
  const { axe: engine } = globalThis as unknown as { readonly axe: typeof axe };
  const type = rules.some((rule) => rule.startsWith("wcag")) ? "tag" : "rule";
  const { violations } = await engine.run(document.querySelector("[role=dialog]") ? "[role=dialog]" : document, {
    runOnly: { type, values: [...rules] },
    resultTypes: ["violations"],
    preload: false,
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} (${(node.failureSummary ?? "").slice(0, 260)})`),
    );
}
