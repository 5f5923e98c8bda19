import { useQuery } from "@apollo/client/react";
import { useCallback, useEffect, useMemo } from "react";
import { useOutletContext, useSearchParams } from "react-router";
import type { AssignmentStageQuery, SeatedJudgesQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { type Assigned, AssignmentRoundDocument, type AssignmentStage, SeatedJudgesDocument, type StageEntry } from "./assignment.query.ts";

/** A judge who sits in the stage; `panel` is null for one who left it with assignments. */
export type StageJudge = { readonly id: string; readonly code: string; readonly name: string; readonly panel: string | null };

/** A stage, its entries and judges and who judges what, as the page's parts and dialogs are given it. */
export type AssignmentContext = {
  readonly stage: AssignmentStage;
  readonly round: { readonly code: string; readonly name: string } | null;
  /** Entries that are judged, without those that were taken out. */
  readonly entries: readonly StageEntry[];
  /** Judges who sit in the stage, by their codes. */
  readonly judges: readonly StageJudge[];
  readonly assigned: readonly Assigned[];
  /** Entries with fewer judges than they should have; calibration entries, which everybody scores, are none of them. */
  readonly short: readonly StageEntry[];
  /** Whether the asker may assign now. */
  readonly mayAssign: boolean;
  readonly refetch: () => Promise<unknown>;
};

const ASSIGNABLE = ["SET_UP", "CALIBRATING", "SCORING"];
const judgesOf = (data: SeatedJudgesQuery) => data.judges;

/** What the page's first answer gives, with the judges of the stage, who come page by page. */
export function useAssignment(data: AssignmentStageQuery, refetch: () => Promise<unknown>): AssignmentContext {
  const { judgingStage: stage, stageEntries, assignments } = data;
  const round = useQuery(AssignmentRoundDocument, { variables: { id: stage.roundId } });
  const judges = useStageJudges(stage, assignments);
  return useMemo((): AssignmentContext => {
    const entries = stageEntries.filter(({ outcome }) => outcome !== "OUT");
    const counts = Map.groupBy(assignments, ({ entryId }) => entryId);
    return {
      stage,
      round: round.data?.round ?? null,
      entries,
      judges,
      assigned: assignments,
      short: entries.filter(({ id, calibration }) => !calibration && (counts.get(id)?.length ?? 0) < stage.judgesPerEntry),
      mayAssign: stage.viewerCan.lead && ASSIGNABLE.includes(stage.state),
      refetch,
    };
  }, [stage, stageEntries, assignments, round.data, judges, refetch]);
}

/** Who sits in the stage; whoever holds an assignment is among them, seated or not. */
function useStageJudges({ roundId, code: stage }: AssignmentStage, assigned: readonly Assigned[]): readonly StageJudge[] {
  const { rows, hasMore, loadingMore, loadMore } = useConnection(SeatedJudgesDocument, { variables: { roundId }, pick: judgesOf });
  useEffect(() => {
    if (hasMore && !loadingMore) loadMore();
  }, [hasMore, loadingMore, loadMore]);
  return useMemo(() => {
    const found = new Map<string, StageJudge>();
    for (const { id, code, name, seats } of rows) {
      const seat = seats.find((one) => one.stage === stage);
      if (seat) found.set(id, { id, code, name, panel: seat.panel });
    }
    for (const { judgeId: id, judge: code, name } of assigned) if (!found.has(id)) found.set(id, { id, code, name, panel: null });
    return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }, [rows, stage, assigned]);
}

/** The page's data, in a dialog of it. */
export function useAssignmentContext(): AssignmentContext {
  return useOutletContext<AssignmentContext>();
}

/** Sets parts of the address's query; null takes one out. */
export function useSetSearch(): (values: Readonly<Record<string, string | null>>) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (values) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values))
            if (value === null || value === "") next.delete(name);
            else next.set(name, value);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
}
