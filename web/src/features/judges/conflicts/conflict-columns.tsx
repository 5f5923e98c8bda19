import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ConflictingPairsQuery, ConflictStatementsQuery } from "../../../gql/graphql.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { useFormat } from "../../../ui/use-format.ts";

type Pair = ConflictingPairsQuery["conflictingPairs"]["nodes"][number];
type Statement = ConflictStatementsQuery["conflictStatements"]["nodes"][number];

/** Who must not judge what. What was detected, or follows from an area, may be cleared; the rest is lifted below. */
export function usePairColumns(): readonly Column<Pair>[] {
  const { t } = useTranslation("judges");
  return useMemo(
    () => [
      {
        id: "judge",
        header: t("column.judge"),
        value: ({ judgeCode, judgeName }) => `${judgeCode} ${judgeName}`,
        heading: true,
        sortable: false,
      },
      { id: "entry", header: t("column.entry"), value: ({ reference, title }) => `${reference ?? ""} ${title}`.trim(), sortable: false },
      {
        id: "why",
        header: t("column.why"),
        value: ({ kind, detail }) => (detail ? t("kindOf", { kind: t(`kind.${kind}`), what: detail }) : t(`kind.${kind}`)),
        sortable: false,
      },
      { id: "origin", header: t("column.origin"), value: ({ origin }) => t(`origin.${origin}`), sortable: false },
      {
        id: "acts",
        header: t("column.acts"),
        value: () => null,
        sortable: false,
        cell: ({ judgeId, judgeName, entryId, origin, detail, reference }) =>
          origin === "DETECTED" || (origin === "DECLARED" && detail !== null) ? (
            <Button
              component={Link}
              to={`clear/${judgeId}/${entryId}`}
              variant="default"
              size="sm"
              aria-label={t("acts.of", { act: t("clear.open"), name: `${judgeName}, ${reference ?? ""}` })}
            >
              {t("clear.open")}
            </Button>
          ) : null,
      },
    ],
    [t],
  );
}

/** What judges and chairs said, also what was lifted. */
export function useStatementColumns(): readonly Column<Statement>[] {
  const { t } = useTranslation("judges");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "judge",
        header: t("column.judge"),
        value: ({ judgeCode, judgeName }) => `${judgeCode} ${judgeName}`,
        heading: true,
        sortable: false,
      },
      {
        id: "what",
        header: t("column.said"),
        value: ({ origin, kind, place, agency, entry }) =>
          t(`statement.${origin}`, { kind: t(`kind.${kind}`), what: place ?? agency ?? entry ?? "" }),
        sortable: false,
      },
      { id: "note", header: t("column.note"), value: ({ note }) => note ?? "", sortable: false },
      { id: "by", header: t("column.by"), value: ({ by, at }) => t("saidBy", { by: by ?? "", at: format.date(at) }), sortable: false },
      {
        id: "holds",
        header: t("column.holds"),
        value: ({ liftedReason }) => liftedReason ?? "",
        sortable: false,
        cell: ({ id, liftedAt, liftedReason, judgeName }) =>
          liftedAt ? (
            <StateBadge kind="locked" word={t("lifted", { reason: liftedReason ?? "" })} />
          ) : (
            <Button
              component={Link}
              to={`lift/${id}`}
              variant="default"
              size="sm"
              aria-label={t("acts.of", { act: t("lift.open"), name: judgeName })}
            >
              {t("lift.open")}
            </Button>
          ),
      },
    ],
    [t, format],
  );
}
