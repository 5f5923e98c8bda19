import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { unpackChromium } from "./carried-chromium.ts";

/** A real browser: an installed Chromium or Chrome (or the one `CHROMIUM` names), else the one the project carries. Close it after use. */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env["CHROMIUM"] ?? findInstalled();
  const carried = installed ? null : await unpackChromium();
  return chromium.launch({
    executablePath: installed ?? carried?.executable,
    headless: true,
    args: flags(),
    env: { ...process.env, ...carried?.environment } as Record<string, string>,
  });
}

/** Nothing that talks to the outside or asks for a desktop; no sandbox where there is none (root, containers). */
function flags(): string[] {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"];
  return [...quiet, "--disable-gpu", "--disable-dev-shm-usage", "--no-sandbox", "--font-render-hinting=none"];
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
