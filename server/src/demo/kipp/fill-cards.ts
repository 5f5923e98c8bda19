import { sql } from "kysely";
import { saveCard } from "../../judging/cards/save-card.ts";
import { signCard } from "../../judging/cards/sign-card.ts";
import { seeded } from "../../judging/statistics/rank-intervals.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { personAt } from "../person-at.ts";

/** Which cards: `part` of each judge's open ones, at instants so many minutes after another. */
export type Filling = { readonly stageId: string; readonly at: (minutes: number) => Date; readonly part: number };

type OpenCard = {
  readonly assignmentId: string;
  readonly email: string;
  readonly code: string;
  readonly reference: string;
  readonly criteria: readonly string[];
};

const ON_SIGNIFICANCE = [
  "Angka sebelum dan sesudah jelas; sumbernya perlu dilampirkan.",
  "Dampaknya nyata, tetapi baru di satu wilayah.",
  "Perubahan bagi warga ditunjukkan dengan baik.",
  "Manfaatnya masuk akal, pengukurannya masih lemah.",
];
const FOR_APPLICANT = [
  "Jelaskan lebih banyak bagaimana layanan ini dijaga setelah pemrakarsanya pindah tugas.",
  "Bagus. Tambahkan suara penerima manfaat dalam presentasi.",
  "Tunjukkan biaya per penerima manfaat agar daerah lain dapat menimbang.",
];

/**
 * Signs cards as judges would: marks follow how good an entry is made out to be and how strict its judge is, by fixed chance. Each judge leaves
 * one card begun, and one of them abstains once.
 */
export async function fillCards(operator: Context, { stageId, at, part }: Filling): Promise<void> {
  const byJudge = Map.groupBy(await openCards(operator, stageId), ({ email }) => email);
  for (const [email, cards] of byJudge) {
    const count = Math.ceil(cards.length * part);
    for (const [index, card] of cards.slice(0, count + (part < 1 ? 1 : 0)).entries()) {
      const judge = await personAt(operator, email, at(index * 17));
      await atomically(judge, { verb: index < count ? "signCard" : "saveCard" }, () =>
        fill(judge, { ...card, abstains: part < 1 && index === 1 && card.code === "J05" }, index < count),
      );
    }
  }
}

async function fill(ctx: Context, card: OpenCard & { readonly abstains: boolean }, isSigned: boolean): Promise<void> {
  const { assignmentId, criteria, code, reference, abstains } = card;
  const chance = seeded(hashOf(`${code} ${reference}`));
  const quality = seeded(hashOf(reference))() * 2 - 1;
  const strictness = seeded(hashOf(code))() * 2 - 1;
  const all = criteria.map((criterion) => ({
    criterion,
    value: String(Math.min(10, Math.max(1, Math.round(6 + 2.4 * quality - 1.2 * strictness + (chance() - 0.5) * 2.4)))),
    comment: criterion === "significance" ? (ON_SIGNIFICANCE[Math.floor(chance() * ON_SIGNIFICANCE.length)] ?? null) : null,
    version: 0,
  }));
  if (!isSigned) return void (await saveCard(ctx, { assignmentId, marks: all.slice(0, 3) }));
  if (abstains)
    return void (await signCard(ctx, {
      assignmentId,
      marks: [],
      outcome: "ABSTAINED",
      failReasons: [],
      abstainReason: "Saya pernah melatih tim ini.",
      cardVersion: 0,
    }));
  const notes = { commentToApplicant: { text: FOR_APPLICANT[Math.floor(chance() * FOR_APPLICANT.length)] ?? null, version: 0 } };
  await signCard(ctx, { assignmentId, marks: all, notes, outcome: "SCORED", failReasons: [], cardVersion: 0 });
}

async function openCards(ctx: Context, stageId: string): Promise<readonly OpenCard[]> {
  const { rows } = await sql<OpenCard>`select a.id as "assignmentId", p.email, j.code, e.reference,
      array(select c ->> 'code' from jsonb_array_elements(i.definition -> 'judging') r, jsonb_array_elements(r -> 'criteria') c
        where r ->> 'stage' = s.stage) as criteria
    from assignment a join judging_stage s on s.id = a.judging_stage_id join judge j on j.id = a.judge_id join person p on p.id = j.person_id
    join entry e on e.id = a.entry_id
    join lateral (select definition from instrument where round_id = s.round_id order by number desc limit 1) i on true
    where s.id = ${stageId}::uuid and a.ended_at is null and not exists (select from scorecard c where c.assignment_id = a.id)
    order by j.code, a.position`.execute(ctx.db);
  return rows;
}

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
}
