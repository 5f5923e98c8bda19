import { useQuery } from "@apollo/client/react";
import { useOutletContext, useParams, useSearchParams } from "react-router";
import type { JudgeQuery } from "../../../gql/graphql.ts";
import { client } from "../../../lib/apollo/client.ts";
import { useNavigateOnce } from "../../../ui/use-navigate-once.ts";
import { JUDGE } from "./judges.query.ts";
import type { JudgedRound } from "./round-judges-frame.tsx";

/** What every dialog over a page of a round's judges needs. */
export type Dialog = {
  readonly round: JudgedRound;
  /** Back to the page that the dialog stands on. */
  readonly close: () => void;
  /** The same, and what the page lists is read again. */
  readonly done: () => void;
};

/** The round, and the ways back. */
export function useDialog(): Dialog {
  const round = useOutletContext<JudgedRound>();
  const navigate = useNavigateOnce();
  const [search] = useSearchParams();
  const close = (): void => navigate({ pathname: "..", search: search.toString() }, { preventScrollReset: true });
  return {
    round,
    close,
    done: () => {
      for (const fieldName of [
        "judge",
        "judges",
        "conflictingPairs",
        "conflictStatements",
        "judgeVacancies",
        "replacements",
        "judgingStages",
      ])
        client.cache.evict({ fieldName });
      close();
    },
  };
}

/** The judge whom the dialog is about, by its address; null while they are read, or where there is none. */
export function useJudge(): JudgeQuery["judge"] {
  const { judgeId = "" } = useParams();
  const { data } = useQuery(JUDGE, { variables: { id: judgeId } });
  return data?.judge ?? null;
}
