import { shownFields } from "@isonga/schema/entry-answers";
import { formatDate } from "@isonga/schema/format";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { fillWords } from "../../mail/letter-words.ts";
import { agencyLoader } from "../../places/agencies/list-agencies.ts";
import { jurisdictionLoader } from "../../places/jurisdiction-loader.ts";
import { placeName } from "../../places/jurisdiction-rows.ts";
import { formInForceOrNone } from "../../programmes/forms/write-form.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { roundLoader } from "../../programmes/rounds/round-loaders.ts";
import { answerLoader } from "../answers/answer-loaders.ts";
import { entryInstrumentOf } from "../beginning/begin-place.ts";
import { claimLoader, evidenceCountLoader } from "../claims/claim-loaders.ts";
import type { EntryView } from "../entries/entry.type.ts";
import { findEntry } from "../entries/list-entries.ts";
import { groundView } from "../forms/ground-view.ts";
import type { Sheet, SheetSection } from "./sheet.ts";
import { fieldItem, rowItem } from "./sheet-items.ts";
import { SHEET_WORDS } from "./sheet-words.ts";

/** An entry as a sheet in the reader's language. Refuses NOT_FOUND to whoever may not see the entry. */
export async function entrySheet(ctx: Context, id: string): Promise<Sheet> {
  const entry = findable(await findEntry(ctx, id), () => true);
  const words = SHEET_WORDS[ctx.language];
  return {
    language: ctx.language,
    title: entry.title,
    facts: [
      ...(await belonging(ctx, entry)),
      { name: words.state, value: words.states[entry.state] },
      { name: words.printed, value: formatDate(ctx.now(), ctx.language, { timeZone: "UTC" }) },
    ],
    sections: await entrySections(ctx, entry),
    pageOf: (number, total) => fillWords(words.page, { number: String(number), total: String(total) }),
  };
}

/** A round's blank form as a sheet. Refuses NOT_FOUND where there is none that the asker may see. */
export async function blankSheet(ctx: Context, code: string): Promise<Sheet> {
  const round = findable(await findRound(ctx, { code }), () => true);
  const instrumentId = findable(await entryInstrumentOf(ctx, round.id), () => true);
  const ground = await groundView(ctx, { kind: "INNOVATION", formId: await formInForceOrNone(ctx, round.id), instrumentId });
  const words = SHEET_WORDS[ctx.language];
  const telling = { language: ctx.language, affairs: ground.affairs };
  const sections = ground.form.tasks.map((task): SheetSection => {
    const rows = ground.indicators.filter((row) => task.indicators.includes(row.code));
    return {
      title: task.title[ctx.language] ?? task.code,
      items: [...task.fields.map((field) => fieldItem(field, telling)), ...rows.map((row) => rowItem(row, ctx.language))],
    };
  });
  return {
    language: ctx.language,
    title: words.blank,
    facts: [{ name: words.round, value: round.name }],
    sections: sections.filter(({ items }) => items.length > 0),
    pageOf: (number, total) => fillWords(words.page, { number: String(number), total: String(total) }),
  };
}

async function belonging(ctx: Context, entry: EntryView): Promise<Sheet["facts"]> {
  const words = SHEET_WORDS[ctx.language];
  const [round, region, agency] = await Promise.all([
    roundLoader(ctx).load(entry.roundId),
    jurisdictionLoader(ctx).load(entry.jurisdictionId),
    entry.agencyId === null ? null : agencyLoader(ctx).load(entry.agencyId),
  ]);
  return [
    ...(round ? [{ name: words.round, value: round.name }] : []),
    ...(agency ? [{ name: words.office, value: agency.name }] : []),
    ...(region ? [{ name: words.region, value: placeName(region, ctx.language) }] : []),
  ];
}

async function entrySections(ctx: Context, entry: EntryView): Promise<readonly SheetSection[]> {
  const [ground, answers, claims, evidence] = await Promise.all([
    groundView(ctx, entry),
    answerLoader(ctx).load(entry.id),
    claimLoader(ctx).load(entry.id),
    evidenceCountLoader(ctx).load(entry.id),
  ]);
  const values = Object.fromEntries(answers.map(({ field, value }) => [field, value]));
  const telling = { language: ctx.language, affairs: ground.affairs };
  const sections = ground.form.tasks.map((task): SheetSection => {
    const asked = shownFields(task, { form: ground.form, answers: values, copied: entry.copiedFromId !== null });
    const rows = ground.indicators.filter((row) => task.indicators.includes(row.code));
    const fields = asked.map((field) => fieldItem(field, telling, { value: values[field.key], written: entry.language }));
    const claimed = rows.map((row) =>
      rowItem(row, ctx.language, {
        level: claims.find(({ indicator }) => indicator === row.code)?.claimed ?? 0,
        evidence: evidence.find(({ indicator }) => indicator === row.code)?.count ?? 0,
      }),
    );
    return { title: task.title[ctx.language] ?? task.code, items: [...fields, ...claimed] };
  });
  return sections.filter(({ items }) => items.length > 0);
}
