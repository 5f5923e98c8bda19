import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Left may be imported by right, never the other way round. */
const SERVER_ORDER = ["kernel", "database", "mail", "people", "places", "services", "programmes", "innovations", "results", "partners"];
const WEB_ORDER = ["ui", "lib", "features", "router"];

describe("imports go one way", () => {
  const files = [...sources("schema/src"), ...sources("server/src"), ...sources("web/src")];
  const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

  it("reads the sources it judges", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
  });

  it("keeps schema free of everything, and server and web apart", () => {
    const wrong = imports.filter(({ file, target }) => {
      if (/\.(test|fixture)\./.test(file) && room(target) === "test") return false;
      const [from, to] = [room(file), room(target)];
      return to !== null && from !== to && (from === "schema" || (to !== "schema" && from !== "test"));
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it("lets a server feature import only what stands to its left", () => {
    expect(wrongWay(imports, "server/src", SERVER_ORDER).map(shown)).toEqual([]);
  });

  it("lets the web's layers import only what stands to their left", () => {
    expect(wrongWay(imports, "web/src", WEB_ORDER).map(shown)).toEqual([]);
  });

  it("keeps the web's features apart from each other", () => {
    const feature = (path: string) => path.match(/^web\/src\/features\/([^/]+)/)?.[1] ?? null;
    const wrong = imports.filter(
      ({ file, target }) => feature(file) !== null && feature(target) !== null && feature(file) !== feature(target),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const wrong = files.filter(
      (file) =>
        file.startsWith("server/src") &&
        !file.endsWith("/env.ts") &&
        !file.endsWith(".fixture.ts") &&
        !file.includes(".test.") &&
        read(file).includes("process.env"),
    );
    expect(wrong).toEqual([]);
  });
});

describe("files stay small", () => {
  it("keeps every source under 250 lines", () => {
    const long = [...sources("schema/src"), ...sources("server/src"), ...sources("web/src"), ...sources("test")]
      .filter((file) => !file.includes("/gql/"))
      .map((file) => ({ file, lines: read(file).split("\n").length }))
      .filter(({ lines }) => lines > 251);
    expect(long).toEqual([]);
  });
});

type Import = { readonly file: string; readonly target: string };

function wrongWay(imports: readonly Import[], base: string, order: readonly string[]): readonly Import[] {
  const place = (path: string) => (path.startsWith(`${base}/`) ? order.indexOf(path.slice(base.length + 1).split("/")[0] ?? "") : -1);
  return imports.filter(({ file, target }) => place(file) >= 0 && place(target) > place(file) && !file.includes(".test."));
}

function importsOf(file: string): readonly string[] {
  const text = read(file);
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, target = ""]) => {
    if (target.startsWith("."))
      return [
        relative(root, resolve(root, dirname(file), target))
          .split(sep)
          .join("/"),
      ];
    const own = target.match(/^@isonga\/(schema|server|web)\/(.*)$/);
    return own ? [`${own[1]}/src/${own[2]}.ts`] : [];
  });
}

function room(path: string): string | null {
  return path.match(/^(schema|server|web|test)\//)?.[1] ?? null;
}

function shown({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (name === "node_modules" || name === "dist") return [];
    if (statSync(join(root, path)).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}
