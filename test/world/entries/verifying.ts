import type { Client } from "../client.ts";

/** What a verifier sees of an entry. */
export const VERIFICATION = `query ($entryId: ID!) { verification(entryId: $entryId) { open claimedPoints verifiedPoints inSample viewerCan { verify complete }
  entry { state version } rows { indicator claimed verified version evidence state canSay opinions { part verifier level note mine } } } }`;
/** Says a level, accepts what is claimed, ends a verification. */
export const SET = `mutation ($input: SetVerifiedLevelInput!) { setVerifiedLevel(input: $input) { refusals { code field values } verification { open verifiedPoints } } }`;
export const ACCEPT = `mutation ($input: AcceptClaimedLevelsInput!) { acceptClaimedLevels(input: $input) { refusals { code } verification { open } } }`;
export const COMPLETE = `mutation ($input: CompleteVerificationInput!) { completeVerification(input: $input) { refusals { code values } verification { entry { state } } } }`;
/** What waits for the asker. */
export const QUEUE = "{ verificationQueue { nodes { id waiting claimed } pageInfo { hasNextPage } } }";

/** A row as it is seen. */
export type Row = {
  readonly indicator: string;
  readonly claimed: number;
  readonly verified: number | null;
  readonly version: number;
  readonly evidence: number;
  readonly state: string;
  readonly canSay: boolean;
  readonly opinions: readonly { readonly part: string; readonly level: number; readonly mine: boolean }[];
};
/** A verification as it is seen. */
export type Seen = {
  readonly verification: {
    readonly open: number;
    readonly claimedPoints: string;
    readonly verifiedPoints: string;
    readonly inSample: boolean;
    readonly viewerCan: { readonly verify: boolean; readonly complete: boolean };
    readonly entry: { readonly state: string; readonly version: number };
    readonly rows: readonly Row[];
  };
};

/** The verification of an entry, as somebody sees it. */
export const see = async (who: Client, entryId: string) => (await who.data<Seen>(VERIFICATION, { entryId })).verification;
/** One row of it. */
export const rowOf = async (who: Client, entryId: string, indicator = "REGULATION"): Promise<Row> => {
  const row = (await see(who, entryId)).rows.find((each) => each.indicator === indicator);
  if (!row) throw new Error(`There is no row ${indicator}`);
  return row;
};
/** Says a level with the version as it is now; answers the refusal, or null. */
export const say = async (
  who: Client,
  entryId: string,
  said: { readonly level: number; readonly indicator?: string; readonly note?: string },
) => {
  const indicator = said.indicator ?? "REGULATION";
  const { version } = await rowOf(who, entryId, indicator);
  return who.refusal(SET, { input: { entryId, indicator, level: said.level, note: said.note, version } });
};
/** Ends it with the version as it is now. */
export const complete = async (who: Client, entryId: string) =>
  who.refusal(COMPLETE, { input: { entryId, version: (await see(who, entryId)).entry.version } });
/** Ids of the entries that wait for somebody. */
export const queueOf = async (who: Client) =>
  (
    await who.data<{ verificationQueue: { nodes: readonly { readonly id: string; readonly waiting: number }[] } }>(QUEUE)
  ).verificationQueue.nodes.map(({ id }) => id);
