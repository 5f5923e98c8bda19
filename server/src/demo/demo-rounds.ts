import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import { jurisdictionsByCode } from "../places/find-jurisdiction.ts";
import { beginDecision } from "../programmes/rounds/begin-decision.ts";
import { setRecognitions } from "../results/decisions/set-recognitions.ts";
import { publishNow } from "../results/publications/publish-now.ts";
import { DEMO_OFFICIALS } from "./accounts.ts";
import { findRound, openFromFile, stateOf } from "./round-steps.ts";

type ContextAt = (instant?: string) => Context;

/** The round of 2022 from its file to its publication on the day it was held, in one transaction; nothing when it is published. */
export async function holdRound2022(contextAt: ContextAt, text: string): Promise<void> {
  const ctx = contextAt("2022-11-25T09:00:00+02:00");
  if ((await stateOf(ctx, "irembo-2022")) === "PUBLISHED") return;
  await atomically(ctx, { verb: "loadDemo" }, async () => {
    await openFromFile(ctx, "irembo-2022", text);
    const { id, version } = await findRound(ctx, "irembo-2022");
    await beginDecision(ctx, { id, version });
    const places = await jurisdictionsByCode(ctx, "RW", Object.keys(DEMO_OFFICIALS));
    for (const [code, officials] of Object.entries(DEMO_OFFICIALS)) {
      const subjectId = places.get(code)?.id ?? "";
      await setRecognitions(ctx, {
        roundId: id,
        subjectId,
        known: [],
        recognitions: officials.map(([role, personName]) => ({ role, personName })),
      });
    }
    await publishNow(ctx, { round: "irembo-2022", acceptProposals: true });
  });
}

/** The round of 2026, open. */
export async function openRound2026(contextAt: ContextAt, text: string): Promise<void> {
  const ctx = contextAt();
  if ((await stateOf(ctx, "irembo-2026")) !== null) return;
  await atomically(ctx, { verb: "loadDemo" }, () => openFromFile(ctx, "irembo-2026", text));
}
