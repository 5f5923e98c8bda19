import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sql } from "kysely";
import { saveAnswers } from "../../innovations/answers/save-answers.ts";
import { beginEntry } from "../../innovations/beginning/begin-entry.ts";
import { checkEntry } from "../../innovations/custody/acts/check-entry.ts";
import { endorseEntry } from "../../innovations/custody/acts/endorse-entry.ts";
import { submitEntry } from "../../innovations/custody/acts/submit-entry.ts";
import { addEvidenceLink } from "../../innovations/evidence/add-evidence-link.ts";
import { saveTranslation } from "../../innovations/translation/save-translation.ts";
import { completeVerification } from "../../innovations/verification/complete-verification.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { createAgency } from "../../places/agencies/write-agency.ts";
import { jurisdictionsByCode } from "../../places/find-jurisdiction.ts";
import { personAt } from "../person-at.ts";
import { findRound } from "../round-steps.ts";
import { addProofFiles } from "./add-proof-files.ts";
import { KIPP_DAYS, KIPP_ROUND, kippDay } from "./kipp-round.ts";

/** A proposal of the demo: whose, what for, and what it changed; its chapters are made of these. All of it is invented. */
export type Proposal = {
  readonly area: string;
  readonly office: string;
  readonly title: string;
  readonly affair: string;
  readonly problem: string;
  readonly solution: string;
  readonly users: string;
  readonly before: string;
  readonly after: string;
  /** Proved by a document and a picture beside the link that all have; two of these open each panel's calibration. */
  readonly files?: true;
};

/** Who hands proposals on: one person of the province's for each step, since the demo has no staff in forty offices. */
const AUTHOR = "pengusul@isonga.example";
const HEAD = "kepala.kipp@isonga.example";
const COORDINATOR = "koordinator.kipp@isonga.example";
const VERIFIER = "verifikator@isonga.example";

export async function readProposals(): Promise<readonly Proposal[]> {
  return JSON.parse(await readFile(resolve(import.meta.dirname, "entries.json"), "utf8"));
}

/** Writes the proposals as their people would have, each through every step of custody to the administrative check. Call inside a transaction. */
export async function writeProposals(operator: Context, now: Date): Promise<void> {
  const proposals = await readProposals();
  const offices = await makeOffices(operator, proposals);
  const { id: roundId } = await findRound(operator, KIPP_ROUND);
  for (const [index, proposal] of proposals.entries()) {
    const at = (days: number) => new Date(kippDay(now, days, 9).getTime() + index * 60_000);
    const as = (email: string, days: number) => personAt(operator, email, at(days));
    const author = await as(AUTHOR, KIPP_DAYS.submission + 3);
    const id = await atomically(author, { verb: "beginEntry" }, () =>
      writeDraft(author, { roundId, proposal, agencyId: offices[index] ?? "" }),
    );
    for (const { by, days, verb, act } of STEPS) {
      const ctx = await as(by, days);
      await atomically(ctx, { verb }, async () => act(ctx, { id, version: await versionOf(ctx, id) }));
    }
  }
}

type Seen = { readonly id: string; readonly version: number };
type CustodyStep = {
  readonly by: string;
  readonly days: number;
  readonly verb: string;
  readonly act: (ctx: Context, seen: Seen) => Promise<unknown>;
};

const STEPS: readonly CustodyStep[] = [
  { by: AUTHOR, days: KIPP_DAYS.check - 6, verb: "submitEntry", act: submitEntry },
  { by: HEAD, days: KIPP_DAYS.check - 2, verb: "endorseEntry", act: endorseEntry },
  { by: COORDINATOR, days: KIPP_DAYS.check + 4, verb: "checkEntry", act: checkEntry },
  {
    by: VERIFIER,
    days: KIPP_DAYS.verification + 5,
    verb: "completeVerification",
    act: (ctx, { id, version }) => completeVerification(ctx, { entryId: id, version }),
  },
];

/** The offices of the proposals, in their order; those that are not there are added. */
async function makeOffices(ctx: Context, proposals: readonly Proposal[]): Promise<readonly string[]> {
  const areas = await jurisdictionsByCode(ctx, "ID", [...new Set(proposals.map(({ area }) => area))]);
  const ids: string[] = [];
  for (const [index, { area, office }] of proposals.entries()) {
    const jurisdictionId = areas.get(area)?.id ?? "";
    const { rows } = await sql<{
      id: string;
    }>`select id from agency where jurisdiction_id = ${jurisdictionId}::uuid and name = ${office}`.execute(ctx.db);
    const made = rows[0] ?? (await createAgency(ctx, { jurisdictionId, facts: { code: `P${index + 1}`, name: office, names: {} } })).agency;
    await ctx.em.flush();
    ids.push(made?.id ?? "");
  }
  return ids;
}

type Draft = { readonly roundId: string; readonly proposal: Proposal; readonly agencyId: string };

async function writeDraft(ctx: Context, { roundId, proposal, agencyId }: Draft): Promise<string> {
  const { title } = proposal;
  const { entry } = await beginEntry(ctx, { roundId, kind: "INNOVATION", agencyId, title, language: "id" });
  const entryId = entry?.id ?? "";
  const answers = Object.entries(chapters(proposal)).map(([field, value]) => ({ field, value, version: 0 }));
  const { notSaved, conflicts } = await saveAnswers(ctx, { entryId, answers });
  if ((notSaved?.length ?? 0) + (conflicts?.length ?? 0) > 0)
    throw new Error(`The demo's proposal was not kept: ${JSON.stringify(notSaved)}`);
  const page = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  await addEvidenceLink(ctx, { entryId, field: "proof", url: `https://video.example/${page}`, name: `Video ${title}` });
  if (proposal.files) await addProofFiles(ctx, entryId, proposal);
  await saveTranslation(ctx, { entryId, field: "summary", language: "en", text: summaryInEnglish(proposal), version: 0, ofVersion: 1 });
  return entryId;
}

/** The chapters of a proposal in the office's language. */
function chapters({ title, affair, problem, solution, users, before, after }: Proposal): Readonly<Record<string, unknown>> {
  return {
    affairs: [affair],
    appliedOn: "2024-03-04",
    digital: /digital|ponsel|pesan|kode|foto/.test(solution),
    summary: `${title} menjawab satu masalah: ${problem}. Caranya ${solution}. Yang dilayani adalah ${users}; sebelumnya ${before}, sekarang ${after}.`,
    background: `Sebelum ${title} dimulai, ${problem}. Cara lama menunggu warga datang sendiri, sehingga ${before}. Tujuannya agar ${users} terlayani tanpa harus berulang kali datang ke kantor.`,
    novelty: `Yang baru bukan alatnya melainkan caranya: ${solution}. Di tempat lain layanan serupa berhenti di uji coba; di sini ia menjadi kebiasaan kerja setiap hari.`,
    implementation: `Kami mulai di satu lokasi, mencatat hasil tiap minggu, lalu memperluas. Petugas dilatih dua hari; ${solution}. Pencapaian dibahas dalam rapat bulanan bersama warga.`,
    significance: `Sebelum inovasi: ${before}. Sesudah inovasi: ${after}. Angka dihitung dari catatan layanan dua belas bulan dan diperiksa oleh inspektorat. Penerima manfaat: ${users}.`,
    adaptability: `Tiga daerah tetangga telah berkunjung dan satu di antaranya sudah menirunya. Panduan langkah demi langkah tersedia, dan biaya awalnya kecil sehingga dapat diterapkan di tempat lain.`,
    resources: `Anggaran tahunan tidak bertambah; dua petugas dialihkan, relawan warga ikut serta, dan peralatan dipinjam bergantian antarunit.`,
    sustainability: `Peraturan kepala daerah menetapkan layanan ini sejak 2025, anggarannya tercantum dalam rencana kerja, dan petugas baru dilatih oleh yang lama setiap semester.`,
  };
}

function summaryInEnglish({ title, users, before, after }: Proposal): string {
  return `${title} changes how a service reaches people (in the original: ${users}). Before it: ${before}. Since then: ${after}.`;
}

async function versionOf(ctx: Context, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from entry where id = ${id}::uuid`.execute(ctx.db);
  return rows[0]?.version ?? 0;
}
