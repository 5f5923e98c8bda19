import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEditorWorld, type EditorWorld } from "../../world/entries/entry-editor.ts";
import { problemsOfViews } from "../../world/page-views.ts";

const TASKS = ["about", "kind", "design", "links", "rows-means", "print", "translations"];

describe("the pages of entries and forms", () => {
  let editor: EditorWorld;

  beforeAll(async () => {
    editor = await createEditorWorld();
  });
  afterEach(() => editor.closePages());
  afterAll(() => editor.stop());

  it("are whole and reachable for an author, on a desk and on a phone, in three languages", { timeout: 240_000 }, async () => {
    const id = await editor.begin("Pages of an author");
    const entry = [`app/entries/${id}`, ...TASKS.map((task) => `app/entries/${id}/${task}`)];
    const page = await (await editor.visitor(editor.sari)).newPage();
    const paths = ["app/entries", "app/entries/new?round=iga-2026", ...entry];
    expect(await problemsOfViews(page, { url: editor.world.url, paths, name: "author" })).toEqual([]);
  });

  it("are whole and reachable for an administrator, on a desk and on a phone, in three languages", { timeout: 240_000 }, async () => {
    const page = await (await editor.visitor(editor.administrator)).newPage();
    const paths = ["app/rounds/iga-2026/form", "app/rounds/iga-2026/form/print"];
    expect(await problemsOfViews(page, { url: editor.world.url, paths, name: "form" })).toEqual([]);
  });
});
