import type { Client } from "../../world/client.ts";
import type { JudgingWorld } from "../../world/judging-world.ts";
import { sharedData } from "../../world/shared-data.ts";
import { sendFile } from "../reports/imports.helper.ts";

const PROGRESS = `assigned signed stopped judges { judge assigned signed stopped lastSignedAt } entries { reference assigned signed stopped }`;

/** What the chair's table asks. */
export const TABLE = `query ($id: ID!) { judgingTable(stageId: $id) { mean shrink roundCode stage { id state } progress { ${PROGRESS} }
  judges { judge name panel cards mean spread beside effect shrunk }
  entries { id reference cards abstained score rank plain trimmed deviation adjusted adjustedRank adjustment { sum mean judges { judge score shrunk } }
    proposal outcome outcomeReason }
  cards { reference judge outcome score deviation marks deviations }
  agreement { overall { alpha why units marks } criteria { criterion alpha why } }
  connectivity { connected links groups { judges entries } proposal { judge reference assigned } } } }`;
export const INTERVALS = "query ($id: ID!) { rankIntervals(stageId: $id) { reference low high resamples } }";
export const DISCUSSION = `query ($id: ID!, $entry: ID!) { discussionCards(stageId: $id, entryId: $entry) { judge name outcome commentToPanel commentToApplicant
  marks { criterion value comment } } }`;
export const REMIND = `mutation ($input: RemindJudgesInput!) { remindJudges(input: $input) { refusals { code field values } judges { judge left because } } }`;
export const WATCH = `subscription ($id: ID!) { judgingProgress(stageId: $id) { ${PROGRESS} } }`;

export type Counts = { readonly assigned: number; readonly signed: number; readonly stopped: number };
export type Progress = Counts & {
  readonly judges: readonly (Counts & { readonly judge: string; readonly lastSignedAt: string | null })[];
  readonly entries: readonly (Counts & { readonly reference: string })[];
};
export type Table = {
  readonly progress: Progress;
  readonly judges: readonly Readonly<Record<"judge" | "effect" | "shrunk" | "mean" | "spread", string>>[];
  readonly entries: readonly {
    readonly reference: string;
    readonly cards: number;
    readonly score: string | null;
    readonly rank: number | null;
    readonly plain: string;
    readonly trimmed: string | null;
    readonly deviation: string | null;
    readonly adjusted: string | null;
    readonly adjustedRank: number | null;
    readonly adjustment: { readonly sum: string; readonly mean: string; readonly judges: readonly object[] } | null;
    readonly proposal: string;
    readonly outcome: string | null;
  }[];
  readonly cards: readonly {
    readonly reference: string;
    readonly judge: string;
    readonly score: string;
    readonly marks: Record<string, string>;
  }[];
  readonly agreement: {
    readonly overall: { readonly alpha: string };
    readonly criteria: readonly { readonly criterion: string; readonly alpha: string }[];
  };
  readonly connectivity: {
    readonly connected: boolean;
    readonly links: number;
    readonly groups: readonly { readonly judges: readonly string[]; readonly entries: readonly string[] }[];
    readonly proposal: readonly { readonly judge: string; readonly reference: string; readonly assigned: boolean }[];
  };
};

/** The table as this person reads it. */
export async function tableOf(who: Client, { stageId }: Pick<JudgingWorld, "stageId">): Promise<Table> {
  return (await who.data<{ judgingTable: Table }>(TABLE, { id: stageId })).judgingTable;
}

export type KnownAnswers = {
  readonly weights: Readonly<Record<string, number>>;
  readonly shrink: number;
  readonly entries: Readonly<Record<string, object>>;
  readonly judges: Readonly<Record<string, object>>;
  readonly alpha: Readonly<Record<string, string>>;
};

/** What the marks of 2026 must give. */
export const KNOWN = JSON.parse(sharedData("judging_2026_expected.json")) as KnownAnswers;

const words = (word: string) => ({ en: word, rw: word, id: word });

/** The rubric of 2026. */
export const RUBRIC = Object.entries(KNOWN.weights).map(([code, weight]) => ({ code, names: words(code), weight, min: 1, max: 10 }));

/** Brings the marks of 2026 in as signed cards. */
export async function importMarks({ chair, roundCode }: JudgingWorld): Promise<void> {
  const options = { round: roundCode, stage: "desk" };
  const run = await sendFile(chair, { kind: "MARKS", options, name: "marks.csv", text: sharedData("judging_2026_marks.csv") });
  if (run.state !== "DONE") throw new Error(`The marks were not taken: ${JSON.stringify(run)}`);
}

/** What came on a subscription, event by event. */
export type Heard = {
  readonly status: number;
  /** The next event; null once the stream has ended. */
  next(): Promise<{
    readonly data?: { readonly judgingProgress: Progress };
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  } | null>;
  stop(): void;
};

/** Subscribes over server-sent events. */
export async function watch(who: Client, id: string, query = WATCH): Promise<Heard> {
  const ends = new AbortController();
  const address = `/graphql/stream?${new URLSearchParams({ query, variables: JSON.stringify({ id }) })}`;
  const response = await who.fetch(address, { signal: ends.signal, headers: { accept: "text/event-stream" } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    status: response.status,
    async next() {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end >= 0) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          if (event.startsWith("event: next")) return JSON.parse(event.slice(event.indexOf("data: ") + 6));
          continue;
        }
        const read = await reader?.read().catch(() => null);
        if (!read || read.done) return null;
        text += read.value;
      }
    },
    stop: () => ends.abort(),
  };
}
