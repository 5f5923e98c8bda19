import { readFragment } from "../../../gql/fragment-masking.ts";
import { client } from "../../apollo/client.ts";
import { keep } from "../../offline/store.ts";
import { cardStore } from "../card-store.ts";
import { BUNDLE, DESK_QUEUE, JUDGED_SHEET, WRITTEN_CARD } from "../desk-documents.ts";
import { toQueue } from "../fetch-desk.ts";
import { toKnownCard, toSheet } from "../from-server.ts";
import type { KnownCard, KnownQueue } from "../known-card.ts";
import { queueKey } from "../queue/queue-key.ts";
import { forgetFiles, keepFiles } from "./kept-files.ts";

/** All of a stage that can be taken along. Sizes in bytes. */
export type Bundle = {
  readonly queue: KnownQueue;
  readonly cards: readonly KnownCard[];
  readonly files: readonly { readonly url: string; readonly size: number }[];
  readonly bytes: number;
};

/** What was taken along of a stage, and when. `missing`: files that are too many or could not be fetched. */
export type Taken = {
  readonly at: string;
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
  readonly missing: number;
};

/** Asks what there is to take along; nothing is kept yet. Throws as queries do. */
export async function askBundle(stageId: string): Promise<Bundle> {
  const { data } = await client.query({ query: BUNDLE, variables: { stageId }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("No answer");
  const { queue, cards, evidence, evidenceBytes } = data.judgingBundle;
  return {
    queue: toQueue(readFragment(DESK_QUEUE, queue)),
    cards: cards.map((card) =>
      toKnownCard(readFragment(WRITTEN_CARD, card), { entry: toSheet(readFragment(JUDGED_SHEET, card.entry)), stageId }),
    ),
    files: evidence,
    bytes: evidenceBytes,
  };
}

/** Which files fit into so many bytes, in the queue's order. */
export function filesWithin(files: Bundle["files"], mostBytes: number): Bundle["files"] {
  let left = mostBytes;
  return files.filter(({ size }) => {
    const fits = size <= left;
    if (fits) left -= size;
    return fits;
  });
}

/** Keeps a bundle on this device, files up to `mostBytes`; `told` hears how many files are there. */
export async function takeAlong(
  person: string,
  bundle: Bundle,
  { mostBytes, told }: { readonly mostBytes: number; readonly told: (files: number) => void },
): Promise<Taken> {
  const at = new Date().toISOString();
  const stageId = bundle.queue.stage.id;
  await keep(person, queueKey(stageId), { value: bundle.queue, at });
  for (const card of bundle.cards) await cardStore.hear(person, card);
  await navigator.storage?.persist?.().catch(() => false);
  const chosen = filesWithin(bundle.files, mostBytes);
  const there = await keepFiles(
    chosen.map(({ url }) => url),
    told,
  );
  const kept = chosen.filter(({ url }) => there.has(url));
  const taken: Taken = {
    at,
    entries: bundle.cards.length,
    files: kept.length,
    bytes: kept.reduce((sum, { size }) => sum + size, 0),
    missing: bundle.files.length - kept.length,
  };
  await keep(person, takenKey(stageId), taken);
  return taken;
}

/** Under which name a device keeps what was taken along. */
export function takenKey(stageId: string): string {
  return `judging taken ${stageId}`;
}

/** Removes a stage from this device, but for what was written and has not been sent. */
export async function leaveBehind(person: string, stageId: string): Promise<void> {
  for (const [id, { card }] of cardStore.all())
    if (card.stageId === stageId) {
      await forgetFiles(id);
      await cardStore.forgetUnlessUnsent(person, id);
    }
  await keep(person, takenKey(stageId), undefined);
}
