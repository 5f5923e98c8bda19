import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { type CarriedChromium, unpackChromium } from "./carried-chromium.ts";

/** Options of a visit that keeps the app's pages, so that they open without a network. */
export const KEEPS_PAGES: BrowserContextOptions = { serviceWorkers: "allow" };

/**
 * A real browser: the one that `CHROMIUM` names, else the one the project carries (without a window's machinery, it needs half the
 * processor's time of an installed one), else an installed Chromium or Chrome. Close it after use.
 *
 * Its visits take nothing along for days without a network, unless they are given {@link KEEPS_PAGES}: that is a quarter of what a first
 * page costs, and what goes through a page's worker cannot be watched or held back from outside.
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch(await options());
  const visit = browser.newContext.bind(browser);
  return Object.assign(browser, {
    newContext: (given?: BrowserContextOptions) => visit({ serviceWorkers: "block", ...given }),
  });
}

/** The same browser with a profile of its own in a folder: what it keeps is there again after it was closed. */
export async function launchLasting(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await options());
}

async function options() {
  const named = process.env["CHROMIUM"];
  const carried = named ? null : await carriedOrNone();
  const executablePath = named ?? carried?.executable ?? findInstalled();
  if (!executablePath) await unpackChromium();
  return {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    args: flags(),
    env: { ...process.env, ...carried?.environment } as Record<string, string>,
  };
}

/** Null where the project carries none that runs here. */
async function carriedOrNone(): Promise<CarriedChromium | null> {
  return unpackChromium().catch(() => null);
}

/** Nothing that talks to the outside or asks for a desktop; no sandbox where there is none (root, containers). */
function flags(): string[] {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"];
  // Drawing in a process of its own only pays where there is a graphics card.
  return [...quiet, "--disable-gpu", "--in-process-gpu", "--disable-dev-shm-usage", "--no-sandbox", "--font-render-hinting=none"];
}

function findInstalled(): string | null {
  if (process.platform === "win32") return firstThere(windowsPlaces());
  if (process.platform === "darwin")
    return firstThere(["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`));
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const folders = (process.env["PATH"] ?? "").split(":");
  return firstThere(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

function windowsPlaces(): string[] {
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => process.env[name]);
  return roots.flatMap((root) =>
    root ? [join(root, "Google/Chrome/Application/chrome.exe"), join(root, "Chromium/Application/chrome.exe")] : [],
  );
}

/** A name in PATH may be a stub that only tells how to install the browser: what does not answer is no browser. */
function firstThere(paths: readonly string[]): string | null {
  return paths.find((path) => existsSync(path) && (process.platform !== "linux" || answers(path))) ?? null;
}

function answers(path: string): boolean {
  try {
    return /Chrom/.test(execFileSync(path, ["--version"], { stdio: ["ignore", "pipe", "ignore"], timeout: 20_000 }).toString());
  } catch {
    return false;
  }
}
