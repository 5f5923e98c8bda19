import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../world/client.ts";
import { createEditorWorld, type EditorWorld } from "../world/entry-editor.ts";
import { axeProblems, problemsOf } from "../world/page-checks.ts";

const TASKS = ["about", "kind", "design", "links", "rows-means", "print", "translations"];

describe("the pages of entries and forms", () => {
  let editor: EditorWorld;

  beforeAll(async () => {
    editor = await createEditorWorld();
  });
  afterEach(() => editor.closePages());
  afterAll(() => editor.stop());

  describe.each(["en", "rw", "id"])("in %s", (language) => {
    it.each([360, 1280])("are whole and reachable at %i pixels", { timeout: 240_000 }, async (width) => {
      const id = await editor.begin(`Pages in ${language} at ${width}`);
      const paths = ["entries", "entries/new?round=iga-2026", `entries/${id}`, ...TASKS.map((task) => `entries/${id}/${task}`)];
      expect(await look(editor.sari, paths, { language, width, id })).toEqual([]);
      expect(await look(editor.administrator, ["rounds/iga-2026/form", "rounds/iga-2026/form/print"], { language, width, id })).toEqual([]);
    });
  });

  type Look = { readonly language: string; readonly width: number; readonly id: string };

  async function look(who: Client, paths: readonly string[], { language, width, id }: Look): Promise<readonly string[]> {
    const page = await (await editor.visitor(who, { width, height: 900 })).newPage();
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(`${editor.world.url}/${language}/app/${path}`);
      await page.locator("[aria-busy=false] > *").first().waitFor();
      await page.waitForLoadState("networkidle");
      await shoot(page, `${path.replace(id, "entry").replaceAll(/[^a-z]+/g, "-")}-${language}-${width}`);
      for (const problem of [...(await problemsOf(page, language)), ...(await axeProblems(page))]) found.push(`${path} ${problem}`);
    }
    return found;
  }

  /** Pictures for the eye, where a folder is named for them. */
  async function shoot(page: Page, name: string): Promise<void> {
    const folder = process.env["SCREENSHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }
});
