import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { JudgeVacanciesQuery } from "../../../gql/graphql.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { VACANCIES } from "./judges.query.ts";
import { type JudgedRound, RoundJudgesFrame } from "./round-judges-frame.tsx";

type Vacancy = JudgeVacanciesQuery["judgeVacancies"][number];

/** Entries that lack a judge since one fell away, each with the way to who could take over. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  return (
    <RoundJudgesFrame part="replacements" lead={t("replace.lead")}>
      {(round) => <Vacancies round={round} />}
    </RoundJudgesFrame>
  );
}

function Vacancies({ round }: { readonly round: JudgedRound }): ReactElement {
  const { t } = useTranslation("judges");
  const { data, loading, error, refetch } = useQuery(VACANCIES, { variables: { roundId: round.id }, fetchPolicy: "cache-and-network" });
  const columns = useMemo(
    (): readonly Column<Vacancy>[] => [
      { id: "entry", header: t("column.entry"), value: ({ reference }) => reference, heading: true },
      { id: "stage", header: t("column.stage"), value: ({ stage }) => stage },
      { id: "judge", header: t("column.gone"), value: ({ judge }) => judge },
      { id: "why", header: t("column.why"), value: ({ end, reason }) => t("endOf", { end: t(`end.${endOf(end)}`), reason }) },
      { id: "judges", header: t("column.judges"), value: ({ judges, needed }) => t("judgesOf", { judges, needed }) },
      {
        id: "acts",
        header: t("column.acts"),
        value: () => null,
        sortable: false,
        cell: ({ assignmentId, reference }) => (
          <Button
            component={Link}
            to={assignmentId}
            variant="default"
            size="sm"
            aria-label={t("acts.of", { act: t("replace.open"), name: reference })}
          >
            {t("replace.open")}
          </Button>
        ),
      },
    ],
    [t],
  );
  return (
    <DataTable
      label={t("parts.replacements")}
      columns={columns}
      rows={data?.judgeVacancies ?? []}
      rowKey={({ assignmentId }) => assignmentId}
      plain
      loading={loading && !data}
      error={error && !data ? <QueryError error={error} retry={() => void refetch()} /> : undefined}
      empty={{ what: t("replace.none") }}
    />
  );
}

const ENDS = ["RECUSED", "CONFLICT", "JUDGE_LEFT"] as const;

function endOf(end: string): (typeof ENDS)[number] {
  return ENDS.find((known) => known === end) ?? "JUDGE_LEFT";
}
