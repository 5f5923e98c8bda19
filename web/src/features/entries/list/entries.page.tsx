import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { useRoundGround } from "../begin/round-ground.ts";
import { EntryFilters } from "./entry-filters.tsx";
import { type EntryRound, useEntryRounds } from "./entry-rounds.ts";
import { EntryTable } from "./entry-table.tsx";
import { useEntryList } from "./use-entry-list.ts";

/** The entries of a round that the reader may see; without a network those that the device has kept. */
export function Component(): ReactElement {
  const { t } = useTranslation("entries");
  const [search] = useSearchParams();
  const words = useFailureWords();
  const rounds = useEntryRounds();
  const round = rounds.value?.find(({ code }) => code === search.get("round")) ?? rounds.value?.[0];
  const begin =
    round?.state === "OPEN" ? (
      <Button component={Link} to={{ pathname: "new", search: `?round=${round.code}` }}>
        {t("begin.act")}
      </Button>
    ) : undefined;
  return (
    <Page title={t("title")} lead={t("list.lead")} loading={rounds.value === null && rounds.failure === null} actions={begin}>
      {rounds.failure ? <ErrorState title={words(rounds.failure)} next="" retry={rounds.reload} /> : null}
      {rounds.value && !round ? <EmptyState what={t("list.noRounds")} /> : null}
      {rounds.value && round ? <RoundEntries key={round.id} round={round} rounds={rounds.value} /> : null}
    </Page>
  );
}

function RoundEntries(props: { readonly round: EntryRound; readonly rounds: readonly EntryRound[] }): ReactElement {
  const { t } = useTranslation("entries");
  const list = useEntryList(props.round);
  // Kept on the device, so that a draft can begin without a network.
  useRoundGround(props.round.state === "OPEN" ? props.round.id : null);
  return (
    <>
      <EntryFilters round={props.round} rounds={props.rounds} />
      {list.offline ? <Notice kind="waiting" title={t("list.offline")} /> : null}
      {list.total === null ? null : <p role="status">{t("list.total", { count: list.total })}</p>}
      <EntryTable
        rows={list.rows}
        loading={list.loading}
        error={list.error && !list.offline ? <QueryError error={list.error} retry={list.refetch} /> : undefined}
        more={list.more}
        narrowed={list.narrowed}
      />
    </>
  );
}
