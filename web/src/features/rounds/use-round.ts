import { useQuery } from "@apollo/client/react";
import { useParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { RoundPartsFragment } from "../../gql/graphql.ts";
import { RoundDocument, RoundPartsDocument } from "./round.query.ts";

export type RoundParts = RoundPartsFragment;

/** The round that the address names. */
export function useRound() {
  const { code = "" } = useParams();
  const query = useQuery(RoundDocument, { variables: { code } });
  const data = query.dataState === "complete" ? query.data : undefined;
  return {
    code,
    round: data?.round ? readFragment(RoundPartsDocument, data.round) : null,
    loading: query.loading && data === undefined,
    error: query.error,
    missing: data !== undefined && data.round === null,
    refetch: () => void query.refetch(),
  };
}
