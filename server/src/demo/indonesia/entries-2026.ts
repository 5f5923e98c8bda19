import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sql } from "kysely";
import { saveAnswers } from "../../innovations/answers/save-answers.ts";
import { beginEntry } from "../../innovations/beginning/begin-entry.ts";
import { saveClaims } from "../../innovations/claims/save-claims.ts";
import { checkEntry } from "../../innovations/custody/acts/check-entry.ts";
import { endorseEntry } from "../../innovations/custody/acts/endorse-entry.ts";
import { excludeEntry } from "../../innovations/custody/acts/exclude-entry.ts";
import { returnEntry } from "../../innovations/custody/acts/return-entry.ts";
import { submitEntry } from "../../innovations/custody/acts/submit-entry.ts";
import { withdrawEntry } from "../../innovations/custody/acts/withdraw-entry.ts";
import type { SeenEntry } from "../../innovations/custody/load-for-act.ts";
import { addEvidenceLink } from "../../innovations/evidence/add-evidence-link.ts";
import { acceptClaimedLevels } from "../../innovations/verification/accept-claimed-levels.ts";
import { completeVerification } from "../../innovations/verification/complete-verification.ts";
import { setVerifiedLevel } from "../../innovations/verification/set-verified-level.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { personAt } from "../person-at.ts";
import { findRound } from "../round-steps.ts";
import { IGA_ROUNDS } from "./rounds.ts";

/** An entry of the demo: what it says, the digits it claims, and how far it has come. */
type DemoEntry = {
  readonly office: string;
  readonly title: string;
  readonly state: "DRAFT" | "SUBMITTED" | "RETURNED" | "ENDORSED" | "CHECKED" | "VERIFIED" | "INELIGIBLE" | "WITHDRAWN";
  readonly core: string;
  readonly affair: string;
  readonly stage: string;
  readonly appliedOn: string | null;
  readonly aim: string;
  readonly benefit: string;
  readonly result: string;
  readonly levels: string;
  readonly verified?: string;
  readonly reason?: string;
  readonly fields?: readonly (readonly [field: string, reason: string])[];
};

type Content = { readonly design: readonly string[]; readonly entries: readonly DemoEntry[] };

/** Who acts: an office's own people by its name, the coordinator and the verifier for all. */
const STAFF_OF: Readonly<Record<string, string>> = {
  "Dinas Kependudukan dan Pencatatan Sipil": "staf@isonga.example",
  "Dinas Kesehatan": "staf.dinkes@isonga.example",
};
const HEAD_OF: Readonly<Record<string, string>> = {
  "Dinas Kependudukan dan Pencatatan Sipil": "kepala@isonga.example",
  "Dinas Kesehatan": "kepala.dinkes@isonga.example",
};
const COORDINATOR = "koordinator@isonga.example";
const VERIFIER = "verifikator@isonga.example";

/** Days of 2026 on which each step was taken. */
const DAYS = { written: "08-10", submitted: "08-24", endorsed: "09-02", checked: "09-21", judged: "10-12" } as const;

/** Writes the entries of the open round as their people would have, all or none. */
export async function writeEntries2026(operator: Context): Promise<void> {
  const content: Content = JSON.parse(await readFile(resolve(import.meta.dirname, "entries-2026.json"), "utf8"));
  await atomically(operator, { verb: "loadDemo" }, async () => {
    for (const [index, entry] of content.entries.entries()) await writeWhole(operator, { entry, index, design: content.design });
  });
}

/** Whether the open round has entries: then the demo is there. */
export async function hasEntries2026(ctx: Context): Promise<boolean> {
  const { rows } = await sql`select from entry e join round r on r.id = e.round_id where r.code = ${IGA_ROUNDS[2026]} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

type Work = { readonly entry: DemoEntry; readonly index: number; readonly design: readonly string[] };

async function writeWhole(operator: Context, work: Work): Promise<void> {
  const { office, state } = work.entry;
  const as = (email: string, day: string) => personAt(operator, email, new Date(`2026-${day}T10:${10 + work.index}:00+07:00`));
  const author = await as(STAFF_OF[office] ?? "", DAYS.written);
  const id = await atomically(author, { verb: "beginEntry" }, () => writeDraft(author, work));
  for (const { by, day, act, verb = act.name } of STEPS[state]) {
    const ctx = await as(by(office), day);
    await atomically(ctx, { verb }, async () => act(ctx, { id, version: await versionOf(ctx, id) }, work.entry));
  }
}

type DemoStep = {
  readonly by: (office: string) => string;
  readonly day: string;
  /** What the audit record says; the act's own name unless told. */
  readonly verb?: string;
  readonly act: (ctx: Context, seen: SeenEntry, entry: DemoEntry) => Promise<unknown>;
};

const SUBMIT: DemoStep = { by: (office) => STAFF_OF[office] ?? "", day: DAYS.submitted, act: submitEntry };
const ENDORSE: DemoStep = { by: (office) => HEAD_OF[office] ?? "", day: DAYS.endorsed, act: endorseEntry };
const CHECK: DemoStep = { by: () => COORDINATOR, day: DAYS.checked, act: checkEntry };
const RETURN: DemoStep = {
  by: () => COORDINATOR,
  day: DAYS.checked,
  verb: "returnEntry",
  act: (ctx, seen, { reason, fields = [] }) =>
    returnEntry(ctx, { ...seen, reason: reason ?? null, fieldReasons: fields.map(([field, why]) => ({ field, reason: why })) }),
};
const EXCLUDE: DemoStep = {
  by: () => COORDINATOR,
  day: DAYS.checked,
  verb: "excludeEntry",
  act: (ctx, seen, { reason = "" }) => excludeEntry(ctx, { ...seen, reason }),
};
const WITHDRAW: DemoStep = { by: (office) => STAFF_OF[office] ?? "", day: DAYS.endorsed, act: withdrawEntry };

const VERIFY: DemoStep = { by: () => VERIFIER, day: DAYS.judged, verb: "completeVerification", act: verifyWhole };

/** How an entry came where it is. */
const STEPS: Readonly<Record<DemoEntry["state"], readonly DemoStep[]>> = {
  DRAFT: [],
  SUBMITTED: [SUBMIT],
  WITHDRAWN: [SUBMIT, WITHDRAW],
  ENDORSED: [SUBMIT, ENDORSE],
  RETURNED: [SUBMIT, ENDORSE, RETURN],
  INELIGIBLE: [SUBMIT, ENDORSE, EXCLUDE],
  CHECKED: [SUBMIT, ENDORSE, CHECK],
  VERIFIED: [SUBMIT, ENDORSE, CHECK, VERIFY],
};

/** Says every level by the digits found, the rest as claimed, and ends the verification. */
async function verifyWhole(ctx: Context, { id: entryId }: SeenEntry, { verified = "" }: DemoEntry): Promise<void> {
  const { rows } = await sql<{ indicator: string; claimed: number; version: number }>`select indicator, claimed, version from entry_claim
    where entry_id = ${entryId}::uuid`.execute(ctx.db);
  const codes = await innovationRows(ctx, entryId);
  for (const { indicator, claimed, version } of rows) {
    const level = Number(verified[codes.indexOf(indicator)] ?? claimed);
    if (level !== claimed)
      await setVerifiedLevel(ctx, { entryId, indicator, level, version, note: "Bukti menunjukkan tingkat yang lebih rendah." });
  }
  await acceptClaimedLevels(ctx, { entryId });
  await completeVerification(ctx, { entryId, version: await versionOf(ctx, entryId) });
}

async function writeDraft(ctx: Context, { entry, design }: Work): Promise<string> {
  const { id: roundId } = await findRound(ctx, IGA_ROUNDS[2026]);
  const { rows } = await sql<{ id: string }>`select a.id from agency a join jurisdiction j on j.id = a.jurisdiction_id
    where j.country = 'ID' and j.code = '16.10' and a.name = ${entry.office}`.execute(ctx.db);
  const begun = await beginEntry(ctx, { roundId, kind: "INNOVATION", agencyId: rows[0]?.id ?? "", title: entry.title, language: "id" });
  const entryId = begun.entry?.id ?? "";
  const answers = Object.entries(answersOf(entry, design)).map(([field, value]) => ({ field, value, version: 0 }));
  const { notSaved, conflicts } = await saveAnswers(ctx, { entryId, answers });
  if ((notSaved?.length ?? 0) + (conflicts?.length ?? 0) > 0) throw new Error(`The demo's entry was not kept: ${JSON.stringify(notSaved)}`);
  const rowsOf = await innovationRows(ctx, entryId);
  const claims = rowsOf.map((indicator, at) => ({ indicator, level: Number(entry.levels[at] ?? 0), version: 0 }));
  await saveClaims(ctx, { entryId, claims: claims.filter(({ level }) => level > 0) });
  for (const { indicator, level } of claims)
    if (level > 0 && entry.state !== "DRAFT")
      await addEvidenceLink(ctx, { entryId, indicator, url: `https://oganilirkab.example/inovasi/${indicator.toLowerCase()}`, name: null });
  return entryId;
}

function answersOf(entry: DemoEntry, design: readonly string[]): Readonly<Record<string, unknown>> {
  const { title, office, core, affair, stage, appliedOn, aim, benefit, result } = entry;
  const trialOn = appliedOn ? `${Number(appliedOn.slice(0, 4)) - 1}${appliedOn.slice(4)}` : "2026-02-02";
  const words = { title, office, core };
  const whole = design.map((text) => text.replaceAll(/\{(\w+)\}/g, (_, key: keyof typeof words) => words[key])).join("\n\n");
  return {
    digital: true,
    form: "PUBLIC_SERVICE",
    stage,
    initiator: "CIVIL_SERVANT",
    affairs: [affair],
    trialOn,
    ...(appliedOn
      ? { appliedOn, developed: false, design: whole }
      : { design: design[0]?.replaceAll("{title}", title).replaceAll("{office}", office) }),
    ...(aim ? { aim } : {}),
    ...(benefit ? { benefit } : {}),
    ...(result ? { result } : {}),
  };
}

async function innovationRows(ctx: Context, entryId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select row ->> 'code' as code from entry e join instrument i on i.id = e.instrument_id
    cross join jsonb_array_elements(i.definition -> 'innovation') with ordinality as r(row, place) where e.id = ${entryId}::uuid order by place`.execute(
    ctx.db,
  );
  return rows.map(({ code }) => code);
}

async function versionOf(ctx: Context, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from entry where id = ${id}::uuid`.execute(ctx.db);
  return rows[0]?.version ?? 0;
}
