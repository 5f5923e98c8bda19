import { useCallback } from "react";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { client } from "../../../lib/apollo/client.ts";
import { GROUND } from "../../../lib/entries/entry-documents.ts";
import { toGround } from "../../../lib/entries/fetch-entry.ts";
import type { KnownForm, KnownInstrument } from "../../../lib/entries/known-entry.ts";
import { type Kept, useKept } from "../../../lib/offline/use-kept.ts";
import { useLanguage } from "../../../ui/use-format.ts";
import { BEGIN_GROUND } from "./begin-documents.ts";

/** What beginning an entry in a round needs: kept on the device, so that a draft can begin without a network. */
export type RoundGround = {
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly timeZone: string;
  readonly grounds: Readonly<Record<"INNOVATION" | "REGIONAL", { readonly form: KnownForm; readonly instrument: KnownInstrument }>>;
  /** Where the reader may begin an entry. */
  readonly places: readonly BeginPlace[];
};

export type BeginPlace = {
  readonly kind: "INNOVATION" | "REGIONAL";
  readonly agency: { readonly id: string; readonly name: string } | null;
  readonly region: { readonly id: string; readonly name: string };
};

/** The ground of a round; the last known one without a network. Nothing while no round is chosen. */
export function useRoundGround(roundId: string | null): Kept<RoundGround> {
  const language = useLanguage();
  const ask = useCallback(() => askGround(roundId ?? ""), [roundId]);
  return useKept(roundId === null ? null : `entries ground ${roundId} ${language}`, ask);
}

/** Asks the server for a round's ground. */
async function askGround(roundId: string): Promise<RoundGround> {
  const { data } = await client.query({ query: BEGIN_GROUND, variables: { roundId }, fetchPolicy: "network-only" });
  const { submission, innovation, regional, myAgencies, myRegions } = data ?? {};
  if (!submission || !innovation || !regional) return NOTHING;
  const offices = (myAgencies?.nodes ?? []).flatMap(({ id, name, jurisdiction }): BeginPlace[] => {
    return jurisdiction ? [{ kind: "INNOVATION", agency: { id, name }, region: { id: jurisdiction.id, name: jurisdiction.name } }] : [];
  });
  const regions = (myRegions?.nodes ?? []).map(({ id, name }): BeginPlace => ({ kind: "REGIONAL", agency: null, region: { id, name } }));
  return {
    opensAt: submission.startsAt,
    closesAt: submission.endsAt,
    timeZone: submission.timeZone,
    grounds: { INNOVATION: toGround(readFragment(GROUND, innovation)), REGIONAL: toGround(readFragment(GROUND, regional)) },
    places: [...offices, ...regions],
  };
}

const NO_RULES = { minDesignWords: 0, barredPrizes: [], uniqueTitles: false, stages: [], affairs: [] };
const NO_GROUND = { form: { id: null, definition: { tasks: [] } }, instrument: { indicators: [], affairs: [], eligibility: NO_RULES } };
const NOTHING: RoundGround = {
  opensAt: null,
  closesAt: null,
  timeZone: "UTC",
  grounds: { INNOVATION: NO_GROUND, REGIONAL: NO_GROUND },
  places: [],
};
