import type { Context } from "../../kernel/context.ts";
import { cardView, isVisible } from "./card-view.ts";
import { judgedEntry } from "./judged-entry.ts";
import type { BundledFile, JudgingBundle } from "./queue.type.ts";
import { myDeskOnce, readQueue } from "./read-queue.ts";

/** The asker's queue with all its cards and what files belong to them. Refuses NOT_FOUND to whoever does not judge the stage. */
export async function readBundle(ctx: Context, stageId: string): Promise<JudgingBundle> {
  const queue = await readQueue(ctx, stageId);
  const { stage, rows } = await myDeskOnce(ctx, queue.stage.id);
  const cards = rows.filter((row) => isVisible(stage, row)).map((row) => cardView(ctx, stage, row));
  const entries = await Promise.all(cards.map((card) => judgedEntry(ctx, { ...card, rules: stage.rules })));
  const evidence = entries.flatMap(({ sections }, index): readonly BundledFile[] =>
    sections.flatMap((section) =>
      section.evidence.flatMap(({ id, url, size, mediaType, kind }) =>
        kind === "LINK" || url === null || size === null
          ? []
          : [{ assignmentId: cards[index]?.assignmentId ?? "", id, url, size, mediaType }],
      ),
    ),
  );
  return { queue, cards, evidence, evidenceBytes: evidence.reduce((sum, { size }) => sum + size, 0), madeAt: ctx.now() };
}
