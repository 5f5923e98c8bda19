import { formatDate } from "@isonga/schema/format";
import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Sheet, SheetItem, SheetSection } from "../../innovations/print/sheet.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { fillWords } from "../../mail/letter-words.ts";
import { type Criterion, decimalText, type JudgingRules } from "../../programmes/jury-instrument.ts";
import { isVisible } from "../desk/card-view.ts";
import { myDesk } from "../desk/read-queue.ts";
import { JUDGING_WORDS } from "../judging-words.ts";
import { type JudgingStageFacts, loadStage } from "../stages/load-stage.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import { sheetCode } from "./sheet-code.ts";

/** What the asker was given to judge in a stage, as sheets to write on. Refuses NOT_FOUND to whoever does not judge it. */
export async function ownSheets(ctx: Context, stageId: string): Promise<Sheet> {
  if (!isId(stageId)) throw new Refusal("NOT_FOUND");
  const { stage, rows } = await myDesk(ctx, stageId);
  const visible = rows.filter((row) => isVisible(stage, row));
  const judge = (await judgesOf(ctx, stage.roundId)).find(({ personId }) => personId === ctx.actor.id);
  return sheetOf(ctx, stage, { judge: judge?.code ?? "", entries: visible });
}

/** A judge's sheets for whoever leads the judging. Refuses NOT_FOUND to everybody else. */
export async function sheetsOfJudge(ctx: Context, stageId: string, judgeId: string): Promise<Sheet> {
  if (!isId(stageId) || !isId(judgeId)) throw new Refusal("NOT_FOUND");
  const found = await loadStage(ctx, stageId, sheetPolicy.print);
  const judge = findable(
    (await judgesOf(ctx, found.roundId)).find(({ id }) => id === judgeId),
    () => true,
  );
  const { rows } = await sql<SheetEntry>`select a.id as "assignmentId", e.reference, e.title
    from assignment a join entry e on e.id = a.entry_id and e.state not in ('WITHDRAWN', 'INELIGIBLE')
    where a.judging_stage_id = ${found.id}::uuid and a.judge_id = ${judge.id}::uuid and a.ended_at is null order by a.position, a.id`.execute(
    ctx.db,
  );
  const { rows: rounds } = await sql<{ names: object }>`select names from round where id = ${found.roundId}::uuid`.execute(ctx.db);
  return sheetOf(ctx, { ...found, roundNames: rounds[0]?.names ?? {} }, { judge: judge.code, entries: rows });
}

type SheetEntry = { readonly assignmentId: string; readonly reference: string; readonly title: string };
type SheetStage = Pick<JudgingStageFacts, "stage" | "names" | "rules" | "roundCode" | "timeZone"> & { readonly roundNames: object };

async function judgesOf(ctx: Context, roundId: string) {
  const { rows } = await sql<{ id: string; personId: string; code: string }>`select id, person_id as "personId", code from judge
    where round_id = ${roundId}::uuid and state = 'ACCEPTED'`.execute(ctx.db);
  return rows;
}

function sheetOf(
  ctx: Context,
  stage: SheetStage,
  { judge, entries }: { readonly judge: string; readonly entries: readonly SheetEntry[] },
): Sheet {
  const words = JUDGING_WORDS[ctx.language].sheet;
  const { language } = ctx;
  return {
    language,
    title: fillWords(words.title, { judge }),
    facts: [
      { name: words.round, value: pickText(stage.roundNames, language) || stage.roundCode },
      { name: words.stage, value: pickText(stage.names, language) || stage.stage },
      { name: words.judge, value: judge },
      { name: words.printed, value: formatDate(ctx.now(), language, { timeZone: stage.timeZone }) },
    ],
    sections: entries.map((entry): SheetSection => {
      const code = sheetCode({ ...entry, judge });
      const isBlind = stage.rules.blind.includes("title");
      const title = isBlind ? entry.reference : fillWords(words.entry, { reference: entry.reference, title: entry.title });
      return { title, ownPage: true, items: sheetItems(ctx, stage.rules, code) };
    }),
    pageOf: (number, total) => fillWords(words.page, { number: String(number), total: String(total) }),
  };
}

function sheetItems(ctx: Context, rules: JudgingRules, code: string): readonly SheetItem[] {
  const words = JUDGING_WORDS[ctx.language].sheet;
  const lines = (name: string, count: number): SheetItem => ({ name, notes: [], answer: null, boxes: [], lines: count });
  const verdict: readonly SheetItem[] =
    rules.mode === "PASS_FAIL"
      ? [
          { name: words.outcome, notes: [], answer: null, boxes: [words.pass, words.fail], lines: 0 },
          {
            name: words.reasons,
            notes: [],
            answer: null,
            boxes: rules.failReasons.map((reason) => pickText(reason.names, ctx.language) || reason.code),
            lines: 0,
          },
        ]
      : [];
  return [
    { name: fillWords(words.code, { code }), notes: [], answer: null, boxes: [], lines: 0 },
    ...rules.criteria.map((criterion) => criterionItem(ctx, criterion)),
    ...verdict,
    lines(words.abstain, 1),
    lines(words.applicant, 3),
    lines(words.panel, 3),
    // A sheet may take more than one leaf: the last one says whose it is, too.
    lines(`${words.signature} · ${code}`, 1),
  ];
}

/** Most marks of a scale that are printed as boxes; a finer scale gets a line to write the mark on, so that a sheet stays short. */
const MOST_BOXES = 6;

function criterionItem(ctx: Context, { code, names, weight, min, max, step, ranking, anchors, comment }: Criterion): SheetItem {
  const { language } = ctx;
  const words = JUDGING_WORDS[language].sheet;
  const [low, high, by] = [Number(min), Number(max), Number(step)];
  const count = Math.floor((high - low) / by + 1e-9) + 1;
  const anchorOf = (value: number) => pickText(anchors.find((anchor) => Number(anchor.value) === value)?.texts, language);
  const boxes = Array.from({ length: count <= MOST_BOXES ? count : 0 }, (_none, index) => {
    const value = Number((low + index * by).toFixed(6));
    const text = anchorOf(value);
    return text === "" ? String(value) : fillWords(words.anchor, { value: String(value), text });
  });
  const scale = fillWords(words.scale, { min: decimalText(min), max: decimalText(max), step: decimalText(step) });
  const meant = anchors.map(({ value, texts }) => fillWords(words.anchor, { value: decimalText(value), text: pickText(texts, language) }));
  const told = boxes.length > 0 ? [] : [scale, ...meant];
  const part = ranking ? fillWords(words.weight, { weight: decimalText(weight) }) : words.notRanking;
  const room = (boxes.length > 0 ? 0 : 1) + (comment === "OFF" ? 0 : 1);
  return { name: pickText(names, language) || code, notes: [part, ...told], answer: null, boxes, lines: room };
}
