import { remindCustody } from "@isonga/server/innovations/custody/reminders/remind-custody";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { openPostOffice, type PostOffice } from "../../world/outside/post-office.ts";

const BULK = "mutation ($input: BulkCustodyInput!) { bulkCustody(input: $input) { refusals { code } done } }";
const OFFICE = "Dinas Kependudukan dan Pencatatan Sipil";

/** What each letter says: subject, the sentence that matters, and the entry's own line with its date in the reader's language and the round's zone. */
type Said = readonly [subject: string, sentence: string, line: string];
type Case = { readonly language: "en" | "rw" | "id"; readonly day: number } & Readonly<
  Record<"held" | "escalated" | "reminded" | "due", Said>
>;

const CASES: readonly Case[] = [
  {
    language: "en",
    day: 1,
    held: [
      "Entries in Awards iga-2026 (en) wait for you",
      "These entries are with you, since the day that stands beside each:",
      `- Menunggu en (${OFFICE}): since 1 May 2026, 10:00 (Jakarta time, WIB)`,
    ],
    escalated: [
      "Entries in Awards iga-2026 (en) have waited long",
      "These entries of your area have waited long with others, who were written to as well:",
      `- Menunggu en (${OFFICE}), Head of office: since 1 May 2026, 10:00 (Jakarta time, WIB)`,
    ],
    reminded: [
      "Kartika reminds you of entries in Awards iga-2026 (en)",
      "Kartika asks you to go on with these entries:",
      `- Menunggu en (${OFFICE}): since 1 May 2026, 10:00 (Jakarta time, WIB)`,
    ],
    due: [
      "Your entries in Awards iga-2026 (en) are due soon",
      "These entries are not handed in yet. Each stands here with its deadline:",
      `- Draf en (${OFFICE}): 1 July 2026, 00:00 (Jakarta time, WIB)`,
    ],
  },
  {
    language: "rw",
    day: 11,
    held: [
      "Hari dosiye za Awards iga-2026 (rw) zigutegereje",
      "Izi dosiye ziri mu maboko yawe, kuva ku munsi wanditse kuri buri imwe:",
      `- Menunggu rw (${OFFICE}): kuva 11 Gicurasi 2026, 10:00 (isaha y'i Jakarta, WIB)`,
    ],
    escalated: [
      "Hari dosiye za Awards iga-2026 (rw) zimaze igihe zitegereje",
      "Izi dosiye zo mu karere kanyu zimaze igihe ku bandi, na bo bandikiwe:",
      `- Menunggu rw (${OFFICE}), Umuyobozi w'urwego: kuva 11 Gicurasi 2026, 10:00 (isaha y'i Jakarta, WIB)`,
    ],
    reminded: [
      "Kartika arakwibutsa dosiye za Awards iga-2026 (rw)",
      "Kartika aragusaba gukomeza izi dosiye:",
      `- Menunggu rw (${OFFICE}): kuva 11 Gicurasi 2026, 10:00 (isaha y'i Jakarta, WIB)`,
    ],
    due: [
      "Itariki ntarengwa ya dosiye zawe za Awards iga-2026 (rw) iregereje",
      "Izi dosiye ntiziroherezwa. Buri imwe iri kumwe n'itariki ntarengwa yayo:",
      `- Draf rw (${OFFICE}): 1 Nyakanga 2026, 00:00 (isaha y'i Jakarta, WIB)`,
    ],
  },
  {
    language: "id",
    day: 21,
    held: [
      "Ada usulan Awards iga-2026 (id) yang menunggu Anda",
      "Usulan berikut ada pada Anda sejak tanggal yang tertulis di sampingnya:",
      `- Menunggu id (${OFFICE}): sejak 21 Mei 2026 pukul 10.00 (WIB)`,
    ],
    escalated: [
      "Ada usulan Awards iga-2026 (id) yang sudah lama menunggu",
      "Usulan di wilayah Anda berikut sudah lama menunggu pada pihak lain, yang juga telah disurati:",
      `- Menunggu id (${OFFICE}), Kepala perangkat daerah: sejak 21 Mei 2026 pukul 10.00 (WIB)`,
    ],
    reminded: [
      "Kartika mengingatkan Anda tentang usulan Awards iga-2026 (id)",
      "Kartika meminta Anda melanjutkan usulan berikut:",
      `- Menunggu id (${OFFICE}): sejak 21 Mei 2026 pukul 10.00 (WIB)`,
    ],
    due: [
      "Tenggat usulan Anda pada Awards iga-2026 (id) sudah dekat",
      "Usulan berikut belum diajukan. Tenggat waktunya tertulis di sampingnya:",
      `- Draf id (${OFFICE}): 1 Juli 2026 pukul 00.00 (WIB)`,
    ],
  },
];

describe("reminders of entries", () => {
  let here: CustodyWorld;
  let office: PostOffice;
  beforeAll(async () => {
    office = await openPostOffice();
    here = await createCustodyWorld({ smtpUrl: office.url });
  });
  afterAll(async () => {
    await here.stop();
    await office.stop();
  });
  const everybodyReads = (language: string) =>
    here.sql("update person set language = $1 where name in ('Sari', 'Hadi', 'Kartika')", [language]);
  const remind = (instant: string): Promise<number> => {
    here.world.clock.turnTo(instant);
    return remindCustody(here.world.app.operatorContext());
  };
  const says = async (to: string, [subject, sentence, line]: Said): Promise<void> => {
    const letter = await office.nextTo(`${to}@example.org`);
    const text = letter.text ?? "";
    expect([letter.subject, text.includes(sentence), text.includes(line)], text).toEqual([subject, true, true]);
  };

  it("are sent by hand by whoever may and by nobody else", async () => {
    here.world.clock.turnTo("2026-05-01T02:00:00Z");
    const id = await here.entryIn("SUBMITTED", "Siapa");
    expect(await here.world.visitor.refusal(BULK, { input: { act: "REMIND", dryRun: false, entries: [{ id, version: 1 }] } })).toBe(
      "UNAUTHENTICATED",
    );
    const { bulkCustody } = await here.people.muara.data<{ bulkCustody: { done: number } }>(BULK, {
      input: { act: "REMIND", dryRun: false, entries: [{ id, version: 1 }] },
    });
    expect(bulkCustody.done).toBe(0);
    expect(await here.sql("select from letter where kind like 'ENTRIES%'")).toEqual([]);
    expect(await here.step(here.people.sari, "withdraw", id, { reason: "Selesai" })).toBeNull();
  });

  it.each(CASES)("say in $language who waits for what since when, to its holder and to the coordinator", async (said) => {
    const { language, day } = said;
    await everybodyReads(language);
    const date = (on: number) => `2026-05-${String(on).padStart(2, "0")}T03:00:00Z`;
    here.world.clock.turnTo(date(day));
    const id = await here.entryIn("SUBMITTED", `Menunggu ${language}`);
    expect(await remind(date(day + 6))).toBe(2);
    await says("hadi", said.held);
    await says("kartika", said.escalated);
    const [entry] = await here.sql<{ version: number }>("select version from entry where id = $1", [id]);
    const input = { act: "REMIND", dryRun: false, entries: [{ id, version: entry?.version }] };
    const { bulkCustody } = await here.people.kartika.data<{ bulkCustody: { done: number } }>(BULK, { input });
    expect(bulkCustody.done).toBe(1);
    await says("hadi", said.reminded);
  });

  it("say to each author in their language until when their draft must be handed in", async () => {
    here.world.clock.turnTo("2026-06-20T03:00:00Z");
    for (const { language } of CASES) {
      await here.world.person(`Author ${language}`, [{ role: "STAFF", agencyId: here.country.registry }], language);
      const [id, author] = [await here.draft(`Draf ${language}`), await here.idOf(`Author ${language}`)];
      await here.sql("update entry set created_by = $2 where id = $1", [id, author]);
      await here.sql("update entry_answer set changed_by = $2 where entry_id = $1", [id, author]);
      await here.sql("update entry_claim set changed_by = $2 where entry_id = $1", [id, author]);
    }
    expect(await remind("2026-06-24T03:00:00Z")).toBe(CASES.length);
    for (const { language, due } of CASES) await says(`author.${language}`, due);
    expect(await remind("2026-06-24T04:00:00Z")).toBe(0);
  });
});
