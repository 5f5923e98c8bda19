import type { Client } from "../../world/client.ts";
import type { JudgingWorld } from "../../world/judging-world.ts";

/** What the page of assignment asks and does. */
export const ASSIGNMENTS = `query ($id: ID!) { assignments(stageId: $id) { id entryId entry judgeId judge origin because signed } }`;
export const PREVIEW = `query ($id: ID!, $options: AssignmentOptionsInput!) { assignmentPreview(stageId: $id, options: $options) {
  token complete connected ended added pairs { entryId judgeId kept expertise language nth capacity cross link }
  judges { judgeId code cards capacity } entries { entryId reference missing eligible } relaxations { kind detail } } }`;
export const APPLY = `mutation ($input: ApplyAssignmentInput!) { applyAssignment(input: $input) { refusals { code field values } assigned ended } }`;
export const BY_HAND = `mutation ($input: AssignByHandInput!) { assignByHand(input: $input) { refusals { code field values } assigned ended } }`;

export type Assigned = {
  readonly id: string;
  readonly entryId: string;
  readonly entry: string;
  readonly judgeId: string;
  readonly judge: string;
  readonly origin: string;
  readonly because: Readonly<Record<string, unknown>>;
  readonly signed: boolean;
};
export type Planned = {
  readonly token: string;
  readonly complete: boolean;
  readonly connected: boolean;
  readonly ended: number;
  readonly added: number;
  readonly pairs: readonly {
    readonly entryId: string;
    readonly judgeId: string;
    readonly kept: boolean;
    readonly expertise: readonly string[] | null;
    readonly language: boolean;
  }[];
  readonly judges: readonly { readonly judgeId: string; readonly code: string; readonly cards: number; readonly capacity: number }[];
  readonly entries: readonly { readonly reference: string; readonly missing: number; readonly eligible: number }[];
  readonly relaxations: readonly { readonly kind: string; readonly detail: Readonly<Record<string, unknown>> }[];
};
export type Payload = {
  readonly refusals: readonly { readonly code: string; readonly field: string | null; readonly values: Readonly<Record<string, string>> }[];
  readonly assigned: number | null;
  readonly ended: number | null;
};

type Options = { readonly judgesPerEntry?: number; readonly capacity?: number; readonly keep?: "ALL" | "SIGNED" };

/** Who judges what now. */
export async function assignmentsOf(who: Client, { stageId }: JudgingWorld): Promise<readonly Assigned[]> {
  return (await who.data<{ assignments: Assigned[] }>(ASSIGNMENTS, { id: stageId })).assignments;
}

/** The same as `E01 J02`, in order. */
export async function pairsOf(made: JudgingWorld): Promise<readonly string[]> {
  return (await assignmentsOf(made.chair, made)).map(({ entry, judge }) => `${entry} ${judge}`);
}

export async function preview({ chair, stageId }: JudgingWorld, options: Options = {}): Promise<Planned> {
  return (await chair.data<{ assignmentPreview: Planned }>(PREVIEW, { id: stageId, options })).assignmentPreview;
}

/** Writes a preview as the chair, or somebody else. */
export async function apply(made: JudgingWorld, token: string, options: Options = {}, who = made.chair): Promise<Payload> {
  return (await who.data<{ applyAssignment: Payload }>(APPLY, { input: { stageId: made.stageId, options, token } })).applyAssignment;
}

/** A pair by its names, `E01 J02`, as ids. */
export function pair(made: JudgingWorld, name: string): { readonly entryId: string; readonly judgeId: string } {
  const [entry = "", judge = ""] = name.split(" ");
  return { entryId: made.entry(entry).id, judgeId: made.judge(Number(judge.slice(1))).id };
}

/** Gives and takes away by hand, as the chair. */
export async function byHand(
  made: JudgingWorld,
  change: { readonly add?: readonly string[]; readonly remove?: readonly string[]; readonly reason?: string },
): Promise<Payload> {
  const { add = [], remove = [], reason } = change;
  const pairs = (names: readonly string[]) => names.map((name) => pair(made, name));
  const input = { stageId: made.stageId, add: pairs(add), remove: pairs(remove), reason };
  return (await made.chair.data<{ assignByHand: Payload }>(BY_HAND, { input })).assignByHand;
}
