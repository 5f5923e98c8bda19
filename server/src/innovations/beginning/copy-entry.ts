import { eligibility } from "@isonga/schema/entry-eligibility";
import { sql } from "kysely";
import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { formInForce } from "../../programmes/forms/write-form.ts";
import { answerLoader, answersOf } from "../answers/answer-loaders.ts";
import { claimLoader } from "../claims/claim-loaders.ts";
import type { CopyEntryInput, EntryPayload } from "../entries/entry.inputs.ts";
import { beginPolicy } from "../entries/entry.policy.ts";
import type { EntryView } from "../entries/entry.type.ts";
import { entryAnswer, findEntry } from "../entries/list-entries.ts";
import { entryGround } from "../forms/entry-ground.ts";
import { historiesOf } from "../forms/entry-history.ts";
import { begunBefore, refuseTwice } from "./begin-entry.ts";
import { type OpenRound, openRoundFor } from "./begin-place.ts";
import { writeEntry } from "./write-entry.ts";

/**
 * Enters an earlier entry again in a round that takes entries now: with its answers, as far as the new form asks them, and its levels, as
 * far as the new instrument has the rows; evidence is given anew. Refuses like `beginEntry`, and NOT_FOUND for what the asker may not see.
 */
export async function copyEntry(ctx: Context, input: CopyEntryInput): Promise<EntryPayload> {
  const again = await begunBefore(ctx, input);
  if (again) return again;
  const earlier = findable(await findEntry(ctx, checkedId(input.entryId, "entryId")), () => true);
  authorize(ctx.actor, mayBegin(ctx, earlier));
  const round = await openRoundFor(ctx, input.roundId);
  if (!earlier.path.startsWith(round.path)) throw new Refusal("UNKNOWN_REFERENCE", { field: "entryId", values: { value: input.entryId } });
  await refuseTwice(
    ctx,
    round.id,
    earlier.innovationId ? { innovationId: earlier.innovationId } : { jurisdictionId: earlier.jurisdictionId },
  );
  const answers = answersOf(await answerLoader(ctx).load(earlier.id));
  const { whatChanged: _, ...carried } = answers;
  if (earlier.kind === "INNOVATION") await refuseBarred(ctx, round, { earlier, answers: carried });
  const claims = await claimLoader(ctx).load(earlier.id);
  const id = await writeEntry(ctx, {
    ...round.ground,
    id: input.id ?? null,
    kind: earlier.kind,
    jurisdictionId: earlier.jurisdictionId,
    agencyId: earlier.agencyId,
    innovationId: earlier.innovationId,
    title: await latestTitle(ctx, earlier),
    language: earlier.language,
    copiedFromId: earlier.id,
    answers: carried,
    claims: claims.map(({ indicator, claimed }) => ({ indicator, level: claimed })),
  });
  return { entry: await entryAnswer(ctx, id) };
}

function mayBegin(ctx: Context, { kind, agencyId, path }: EntryView): boolean {
  if (kind === "REGIONAL") return beginPolicy.regional(ctx.actor, { path });
  return agencyId !== null && beginPolicy.innovation(ctx.actor, { agencyId, path });
}

type Carried = { readonly earlier: EntryView; readonly answers: ReturnType<typeof answersOf> };

async function refuseBarred(ctx: Context, round: OpenRound, { earlier, answers }: Carried): Promise<void> {
  const formId = await formInForce(ctx, round.id);
  const { form, instrument } = await entryGround(ctx, { kind: "INNOVATION", formId, instrumentId: round.instrumentId });
  const [history] = await historiesOf(ctx, [{ ...earlier, entryId: null, roundId: round.id }]);
  if (!history) return;
  // What was answered last year may be mended in the copy; what cannot be mended any more stands against it at once.
  const barred = eligibility(instrument.eligibility, { form, answers, history, whole: false });
  const lasting = barred.filter(({ code }) => code === "ENTERED_TOO_OFTEN" || code === "PRIZE_BARS_ENTRY");
  refuseAll(lasting.map(({ code, field, values }) => new Refusal(code, { field, values })));
}

/** An innovation may have been renamed since. */
async function latestTitle(ctx: Context, { innovationId, title }: EntryView): Promise<string> {
  if (innovationId === null) return title;
  const { rows } = await sql<{ title: string }>`select title from innovation where id = ${innovationId}::uuid`.execute(ctx.db);
  return rows[0]?.title ?? title;
}
