import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import {
  addInnovationCountry,
  type InnovationCountry,
  innovationRoundFile,
  openInnovationRound,
} from "../../world/entries/innovation-round.ts";
import { createWorld, type World } from "../../world/world.ts";

const IMPORT =
  "mutation ($input: ImportRoundInput!) { importRound(input: $input) { refusals { code field } round { id version } changes { path } } }";
const FORM =
  "query ($roundId: ID!) { entryForm(roundId: $roundId) { id number definition frozenAt reason } formVersions(roundId: $roundId) { number reason } }";
const SAVE =
  "mutation ($input: SaveFormInput!) { saveForm(input: $input) { refusals { code field } round { version } form { number frozenAt } } }";
const REVISE =
  "mutation ($input: ReviseFormInput!) { reviseForm(input: $input) { refusals { code field } round { version } form { number reason } } }";
const ROUND = "query ($code: String!) { round(code: $code) { id version } }";
const BEGIN =
  "mutation ($input: BeginEntryInput!) { beginEntry(input: $input) { refusals { code } entry { id formVersion { number } newerForm { number } } } }";
const ENTRY = `query ($id: ID!) { entry(id: $id) { formVersion { number } newerForm { number } formChanges { kind field label task }
  ground { form indicators { code name mandatory levels } } problems { field code } } }`;
const WRITE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { refusals { code } saved { field } notSaved { field code } } }`;

type FormRow = { readonly id: string | null; readonly number: number; readonly definition: Definition; readonly frozenAt: string | null };
type Definition = {
  readonly tasks: readonly {
    readonly code: string;
    readonly fields: readonly { readonly key: string }[];
    readonly indicators: readonly string[];
  }[];
};
type Payload = {
  readonly refusals: readonly { readonly code: string; readonly field: string | null }[];
  readonly round: { readonly version: number } | null;
};

const words = (text: string) => ({ en: text, rw: text, id: text });
const field = (key: string, more: object = {}) => ({ key, kind: "LONG_TEXT", label: words(key), ...more });
const form = (...fields: readonly object[]) => ({ tasks: [{ code: "all", title: words("All"), fields, indicators: ["REGULATION"] }] });
const TITLE = field("title", { kind: "SHORT_TEXT", binds: "title", required: true });

describe("forms are data and versioned", () => {
  let world: World;
  let places: InnovationCountry;
  let administrator: Client;
  let staff: Client;
  let draft: { id: string; version: number };

  const read = async (roundId: string, client = administrator) =>
    client.data<{ entryForm: FormRow | null; formVersions: readonly { number: number; reason: string | null }[] | null }>(FORM, {
      roundId,
    });
  const save = async (definition: unknown, client = administrator) => {
    const { saveForm } = await client.data<{ saveForm: Payload }>(SAVE, { input: { ...draft, definition } });
    if (saveForm.round) draft = { ...draft, version: saveForm.round.version };
    return saveForm;
  };

  beforeAll(async () => {
    world = await createWorld({ now: "2026-04-01T03:00:00Z" });
    places = await addInnovationCountry(world);
    administrator = await world.person("Ani", [{ role: "ADMINISTRATOR" }]);
    staff = await world.person("Siti", [{ role: "STAFF", agencyId: places.registry }]);
    const imported = await administrator.data<{ importRound: { round: typeof draft } }>(IMPORT, {
      input: { text: innovationRoundFile("draft") },
    });
    draft = imported.importRound.round;
  });
  afterAll(() => world.stop());

  it("is nobody's to change but those who lead the round, and nobody's to see while the round is a draft", async () => {
    expect(await staff.refusal(SAVE, { input: { ...draft, definition: form(TITLE) } })).toBe("FORBIDDEN");
    const coordinator = await world.person("Coordinator", [{ role: "COORDINATOR", jurisdictionId: places.ogan }]);
    const chair = await world.person("Chair elsewhere", [
      { role: "CHAIR", roundId: await openInnovationRound(administrator, "elsewhere") },
    ]);
    for (const client of [coordinator, staff]) expect(await read(draft.id, client)).toEqual({ entryForm: null, formVersions: null });
    expect((await save(form(TITLE), chair)).refusals).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await world.visitor.refusal(FORM, { roundId: draft.id })).toBe("UNAUTHENTICATED");
  });

  it("is the platform's until the round has one of its own", async () => {
    const { entryForm, formVersions } = await read(draft.id);
    expect([entryForm?.id, entryForm?.number, formVersions]).toEqual([null, 0, []]);
    expect(entryForm?.definition.tasks.map(({ code }) => code)).toEqual(["about", "kind", "dates", "design", "results", "links", "review"]);
  });

  it("refuses what is no form, with every problem and its path", async () => {
    expect((await save("nothing")).refusals).toMatchObject([{ code: "INVALID_VALUE", field: "definition" }]);
    const wrong = form(
      field("a", { when: { field: "nowhere", in: ["x"] }, minWords: 9, maxWords: 3 }),
      field("a"),
      field("b", { kind: "CHOICE" }),
      field("c", { binds: "title" }),
      field("d", { label: { en: "only" } }),
      field("e", { onclick: "x" }),
    );
    const fields = (await save(wrong)).refusals.map(({ code, field: at }) => `${at} ${code}`);
    for (const expected of [
      "definition.tasks[0].fields[0].maxWords INVALID_VALUE",
      "definition.tasks[0].fields[2].options REQUIRED",
      "definition.tasks[0].fields[3].kind INVALID_VALUE",
      "definition.tasks[0].fields[4].label.rw REQUIRED",
      "definition.tasks[0].fields[5].onclick INVALID_ROUND_FILE",
    ])
      expect(fields).toContain(expected);
    const twice = (await save(form(field("a", { when: { field: "nowhere", in: ["x"] } }), field("a")))).refusals;
    expect(twice.map(({ field: at }) => at).sort()).toEqual([
      "definition.tasks[0].fields[0].when.field",
      "definition.tasks[0].fields[1].key",
    ]);
    const row = { tasks: [{ ...form(TITLE).tasks[0], indicators: ["NO_SUCH_ROW"] }] };
    expect((await save(row)).refusals).toMatchObject([{ code: "UNKNOWN_REFERENCE", field: "definition.tasks[0].indicators[0]" }]);
  });

  it("is saved, exported with the round, read again the same, and taken back", async () => {
    expect((await save(form(TITLE, field("more")))).refusals).toEqual([]);
    const file = await administrator.fetch("/rounds/draft.json");
    const text = await file.text();
    expect(JSON.parse(text)).toMatchObject({ round: { form: { tasks: [{ code: "all" }] } } });
    const again = await administrator.data<{ importRound: { refusals: object[]; changes: object[] } }>(IMPORT, { input: { text } });
    expect(again.importRound).toMatchObject({ refusals: [], changes: [] });
    expect((await save(null)).refusals).toEqual([]);
    expect((await read(draft.id)).entryForm?.number).toBe(0);
  });

  it("is frozen once the round opens; a new version needs a reason, and entries keep the one they began with", async () => {
    const id = await openInnovationRound(administrator, "open", () => ({
      form: form(
        TITLE,
        field("old"),
        field("frozen", { frozenAfter: "2026-03-31" }),
        field("later", { required: true, requiredFrom: "2026-05-01" }),
      ),
    }));
    const { round } = await administrator.data<{ round: { id: string; version: number } }>(ROUND, { code: "open" });
    const revise = (input: object) =>
      administrator.data<{ reviseForm: Payload & { form: { number: number } } }>(REVISE, { input: { ...round, ...input } });
    expect(
      (await administrator.data<{ saveForm: Payload }>(SAVE, { input: { ...round, definition: form(TITLE) } })).saveForm.refusals,
    ).toMatchObject([{ code: "FORM_FROZEN" }]);
    expect((await revise({ definition: form(TITLE), reason: " " })).reviseForm.refusals).toMatchObject([{ code: "REASON_REQUIRED" }]);
    const { beginEntry } = await staff.data<{ beginEntry: { entry: { id: string } } }>(BEGIN, {
      input: { roundId: id, kind: "INNOVATION", agencyId: places.registry, title: "Sanjo", language: "id" },
    });
    const answers = ["frozen", "old"].map((key) => ({ field: key, value: "x", version: 0 }));
    const written = await staff.data<{ saveAnswers: object }>(WRITE, { input: { entryId: beginEntry.entry.id, answers } });
    expect(written.saveAnswers).toMatchObject({ saved: [{ field: "old" }], notSaved: [{ field: "frozen", code: "FIELD_FROZEN" }] });

    const revised = await revise({ definition: form({ ...TITLE, required: false }, field("new")), reason: "Fewer questions" });
    expect(revised.reviseForm).toMatchObject({ refusals: [], form: { number: 2, reason: "Fewer questions" } });
    expect((await read(id)).formVersions).toEqual([
      { number: 2, reason: "Fewer questions" },
      { number: 1, reason: null },
    ]);

    type Found = {
      entry: { ground: { form: Definition; indicators: readonly object[] }; formChanges: readonly object[]; problems: readonly object[] };
    };
    const { entry } = await staff.data<Found>(ENTRY, { id: beginEntry.entry.id });
    expect(entry).toMatchObject({ formVersion: { number: 1 }, newerForm: { number: 2 } });
    expect(entry.ground.form.tasks[0]?.fields.map(({ key }) => key)).toEqual(["title", "old", "frozen", "later", "whatChanged"]);
    expect(entry.ground.form.tasks.flatMap(({ indicators }) => indicators)).toEqual(["REGULATION", "STAFF", "BENEFIT"]);
    expect(entry.ground.indicators[0]).toMatchObject({ code: "REGULATION", name: "REGULATION (en)", mandatory: true });
    expect(entry.formChanges).toMatchObject([
      { kind: "CHANGED", field: "title" },
      { kind: "ADDED", field: "new" },
      { kind: "REMOVED", field: "old" },
      { kind: "REMOVED", field: "frozen" },
      { kind: "REMOVED", field: "later" },
    ]);
    expect(entry.problems).not.toContainEqual({ field: "later", code: "REQUIRED" });
    world.clock.turnTo("2026-05-01T00:00:00+07:00");
    const { entry: inMay } = await staff.data<Found>(ENTRY, { id: beginEntry.entry.id });
    expect(inMay.problems).toContainEqual({ field: "later", code: "REQUIRED" });
    world.clock.turnTo("2026-04-01T03:00:00Z");
    const next = await staff.data<{ beginEntry: object }>(BEGIN, {
      input: { roundId: id, kind: "INNOVATION", agencyId: places.registry, title: "Lope Capil", language: "id" },
    });
    expect(next.beginEntry).toMatchObject({ entry: { formVersion: { number: 2 }, newerForm: null } });
  });
});
