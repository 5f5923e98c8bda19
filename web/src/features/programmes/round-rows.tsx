import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ProgrammesQuery } from "../../gql/graphql.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { StateBadge, type StateKind } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";

type RoundRow = ProgrammesQuery["programmes"][number]["rounds"]["nodes"][number];

const KINDS: Readonly<Record<RoundRow["state"], StateKind>> = { DRAFT: "draft", OPEN: "waiting", DECIDING: "waiting", PUBLISHED: "prize" };

/** The rounds of a programme: name, state, and which stage is on or comes next. */
export function RoundRows(props: { readonly label: string; readonly name: string; readonly rounds: readonly RoundRow[] }): ReactElement {
  const { t } = useTranslation("programmes");
  const stageWords = useStageWords();
  const columns = useMemo<readonly Column<RoundRow>[]>(
    () => [
      {
        id: "round",
        header: t("round"),
        value: (round) => round.name,
        cell: (round) => <Link to={round.code}>{round.name}</Link>,
        heading: true,
      },
      {
        id: "state",
        header: t("state"),
        value: (round) => t(`states.${round.state}`),
        cell: (round) => <StateBadge kind={KINDS[round.state]} word={t(`states.${round.state}`)} />,
      },
      { id: "stage", header: t("stage"), value: stageWords },
    ],
    [t, stageWords],
  );
  return (
    <DataTable
      label={props.label}
      name={props.name}
      columns={columns}
      rows={props.rounds}
      rowKey={(round) => round.id}
      empty={{ what: t("noRounds") }}
      plain
      phone="cards"
    />
  );
}

function useStageWords(): (round: RoundRow) => string {
  const { t } = useTranslation("programmes");
  const format = useFormat();
  return useMemo(
    () => (round) => {
      const current = round.stages.filter((stage) => stage.state === "CURRENT");
      if (current.length > 0) return t("now", { stage: format.list(current.map((stage) => stage.name)) });
      const next = round.stages.find((stage) => stage.state === "UPCOMING");
      if (next) return t("nextStage", { stage: next.name, day: format.date(next.startsAt, { timeZone: round.timeZone }) });
      return round.stages.length === 0 ? "" : t("over");
    },
    [t, format],
  );
}
