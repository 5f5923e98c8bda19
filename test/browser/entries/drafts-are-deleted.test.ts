import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEditorWorld, type EditorWorld, fill, saving } from "../../world/entries/entry-editor.ts";
import { settled } from "../../world/page-checks.ts";
import { problemsOfViews } from "../../world/page-views.ts";

describe("a draft begun by mistake", { timeout: 120_000 }, () => {
  let editor: EditorWorld;

  beforeAll(async () => {
    editor = await createEditorWorld();
  });
  afterEach(() => editor.closePages());
  afterAll(() => editor.stop());

  const titles = async () => (await editor.entries()).map(({ title }) => title).toSorted();

  it("is not offered for deleting to who may only read it", async () => {
    const id = await editor.begin("Seen by others");
    const page = await editor.open(await editor.visitor(editor.administrator), "entries");
    await page.getByRole("link", { name: "Seen by others" }).waitFor();
    expect(await page.getByRole("button", { name: /Delete draft/ }).count()).toBe(0);
    await page.goto(`${editor.world.url}/en/app/entries/${id}`);
    await settled(page);
    expect(await page.getByRole("button", { name: /Delete draft/ }).count()).toBe(0);
  });

  it("is deleted from its row once that was confirmed, and others stay", async () => {
    await editor.begin("A mistake");
    const page = await editor.open(await editor.visitor(editor.sari), "entries");
    await page.getByRole("button", { name: "Delete draft: A mistake" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete A mistake?" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await titles()).toEqual(["A mistake", "Seen by others"]);
    await page.getByRole("button", { name: "Delete draft: A mistake" }).click();
    await dialog.getByRole("button", { name: "Delete draft" }).click();
    await page.getByRole("link", { name: "A mistake" }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Seen by others" }).waitFor();
    expect(await titles()).toEqual(["Seen by others"]);
  });

  it("is deleted from its own page, with what this device had of it", async () => {
    const id = await editor.begin("Twice begun");
    const page = await editor.open(await editor.visitor(editor.sari), `entries/${id}/results`);
    await fill(page, "Aim", "To be forgotten");
    await saving(page, "Saved");
    await page.goto(`${editor.world.url}/en/app/entries/${id}`);
    await page.getByRole("button", { name: "Delete draft" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete draft" }).click();
    await page.waitForURL("**/app/entries?round=iga-2026");
    await page.getByRole("link", { name: "Seen by others" }).waitFor();
    expect(await page.getByRole("link", { name: "Twice begun" }).count()).toBe(0);
    expect(await titles()).toEqual(["Seen by others"]);
    const kept = await page.evaluate(
      (key) =>
        new Promise<boolean>((done) => {
          const opening = indexedDB.open("isonga-offline");
          opening.onsuccess = () => {
            const asking = opening.result.transaction("kept").objectStore("kept").getAllKeys();
            asking.onsuccess = () => done(asking.result.some((each) => String(each).includes(key)));
          };
        }),
      id,
    );
    expect(kept).toBe(false);
  });

  it("that somebody else has deleted meanwhile is told to be gone, and nothing else happens", async () => {
    const id = await editor.begin("Gone already");
    const page = await editor.open(await editor.visitor(editor.sari), "entries");
    await page.getByRole("button", { name: "Delete draft: Gone already" }).click();
    const DELETE = "mutation ($input: DeleteDraftInput!) { deleteDraft(input: $input) { refusals { code } deletedId } }";
    expect(await editor.budi.refusal(DELETE, { input: { id } })).toBeNull();
    await page.getByRole("dialog").getByRole("button", { name: "Delete draft" }).click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    expect(await titles()).toEqual(["Seen by others"]);
  });

  it("is offered for deleting in three languages, on a desk and on a phone", { timeout: 240_000 }, async () => {
    const [first] = await editor.entries();
    const page = await (await editor.visitor(editor.sari)).newPage();
    const paths = ["app/entries", `app/entries/${first?.id}`];
    expect(await problemsOfViews(page, { url: editor.world.url, paths, name: "delete" })).toEqual([]);
  });
});
