import { eligibility } from "@isonga/schema/entry-eligibility";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import { type Context, memoized } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { formInForceOrNone } from "../../programmes/forms/write-form.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { answersFrom } from "../answers/innovation-facts.ts";
import type { EntryView } from "../entries/entry.type.ts";
import { kinLoader } from "../entries/list-entries.ts";
import { entryGround } from "../forms/entry-ground.ts";
import { historiesOf } from "../forms/entry-history.ts";
import { entryInstrumentOf } from "./begin-place.ts";
import type { InnovationBeginning, InnovationView } from "./innovation.type.ts";

/** Whether an innovation may enter a round, batched over the innovations of an answer. Refuses NOT_FOUND for a round one may not see. */
export async function innovationBeginning(ctx: Context, innovation: InnovationView, roundId: string): Promise<InnovationBeginning> {
  const [barredBy, kin, entered] = await Promise.all([
    barredLoader(ctx, checkedId(roundId, "roundId")).load(innovation),
    kinLoader(ctx).load(innovation.id),
    enteredLoader(ctx, roundId).load(innovation.id),
  ]);
  const inRound = (entry: EntryView): boolean => entry.roundId === roundId;
  return { entry: kin.find(inRound) ?? null, entered, latest: kin.find((entry) => !inRound(entry)) ?? null, barredBy };
}

function barredLoader(ctx: Context, roundId: string) {
  return memoized(ctx, `barred ${roundId}`, () => {
    return new DataLoader<InnovationView, InnovationBeginning["barredBy"], string>(
      async (innovations) => {
        const round = findable(await findRound(ctx, { id: roundId }), () => true);
        const instrumentId = findable(await entryInstrumentOf(ctx, round.id), () => true);
        const formId = await formInForceOrNone(ctx, round.id);
        const { form, instrument } = await entryGround(ctx, { kind: "INNOVATION", formId, instrumentId });
        const subjects = innovations.map(({ id, jurisdictionId, agencyId, title }) => ({
          entryId: null,
          roundId,
          jurisdictionId,
          agencyId,
          innovationId: id,
          title,
        }));
        const histories = await historiesOf(ctx, subjects);
        return innovations.map((innovation, at) => {
          const history = histories[at] ?? { timesEntered: 0, prizes: [], titles: [] };
          return eligibility(instrument.eligibility, { form, answers: answersFrom(form, innovation), history, whole: false });
        });
      },
      { cacheKeyFn: ({ id }) => id },
    );
  });
}

/** Whether there is an entry at all, one's own office's or not. */
function enteredLoader(ctx: Context, roundId: string): DataLoader<string, boolean> {
  return memoized(ctx, `entered ${roundId}`, () => {
    return new DataLoader<string, boolean>(async (ids) => {
      const { rows } = await sql<{ id: string }>`select innovation_id as id from entry
        where round_id = ${roundId}::uuid and innovation_id = any(${[...ids]}::uuid[])`.execute(ctx.db);
      const found = new Set(rows.map(({ id }) => id));
      return ids.map((id) => found.has(id));
    });
  });
}
