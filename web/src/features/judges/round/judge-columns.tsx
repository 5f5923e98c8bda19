import { useQuery } from "@apollo/client/react";
import { LANGUAGE_NAMES } from "@isonga/schema/languages";
import { Button, Menu } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { JudgeState, JudgesQuery } from "../../../gql/graphql.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { StateBadge, type StateKind } from "../../../ui/state-badge.tsx";
import styles from "../judges.module.css";
import { SEAT_STAGES } from "./judges.query.ts";

export type JudgeRow = JudgesQuery["judges"]["nodes"][number];

/** How a judge's state looks. */
export const JUDGE_BADGES: Readonly<Record<JudgeState, StateKind>> = {
  INVITED: "waiting",
  ACCEPTED: "saved",
  DECLINED: "problem",
  LEFT: "locked",
};

/** The columns of the judges of a round. Of what is on a desk they tell what is assigned and what is signed. */
export function useJudgeColumns(roundId: string): readonly Column<JudgeRow>[] {
  const { t } = useTranslation("judges");
  const { data } = useQuery(SEAT_STAGES, { variables: { roundId } });
  const stages = data?.judgingStages;
  return useMemo(() => {
    const seatsOf = ({ seats }: JudgeRow): string =>
      seats
        .map(({ stage, panel }) => {
          const found = stages?.find(({ code }) => code === stage);
          return t("seatOf", { stage: found?.name ?? stage, panel: found?.panels.find(({ code }) => code === panel)?.name ?? panel });
        })
        .join("; ");
    return [
      {
        id: "name",
        header: t("column.judge"),
        value: ({ code, name }) => `${code} ${name}`,
        heading: true,
        sortable: false,
        cell: ({ code, name, email }) => (
          <>
            {code} {name}
            <span className={styles.quiet} style={{ display: "block", fontWeight: 400, overflowWrap: "break-word" }}>
              {email}
            </span>
          </>
        ),
      },
      {
        id: "state",
        header: t("column.state"),
        value: ({ state }) => t(`state.${state}`),
        sortable: false,
        cell: (row) => <StateCell row={row} />,
      },
      { id: "seats", header: t("column.seats"), value: seatsOf, sortable: false },
      {
        id: "languages",
        header: t("column.languages"),
        value: ({ languages }) => languages.map((language) => LANGUAGE_NAMES[language]).join(", "),
        sortable: false,
      },
      { id: "assigned", header: t("column.assigned"), value: ({ load }) => load.assigned, numeric: true, sortable: false },
      { id: "signed", header: t("column.signed"), value: ({ load }) => load.signed, numeric: true, sortable: false },
      { id: "acts", header: t("column.acts"), value: () => null, sortable: false, cell: (row) => <Acts row={row} /> },
    ] satisfies readonly Column<JudgeRow>[];
  }, [t, stages]);
}

function StateCell({ row }: { readonly row: JudgeRow }): ReactElement {
  const { t } = useTranslation("judges");
  return (
    <>
      <StateBadge kind={JUDGE_BADGES[row.state]} word={t(`state.${row.state}`)} />
      {row.waiting ? <span className={styles.quiet}> {t("waiting")}</span> : null}
      {row.leftReason ? <span style={{ display: "block" }}>{row.leftReason}</span> : null}
    </>
  );
}

/** What may be done with a judge, behind one button a row. */
function Acts({ row }: { readonly row: JudgeRow }): ReactElement | null {
  const { t } = useTranslation("judges");
  const [search] = useSearchParams();
  const acts = useActs(row);
  if (acts.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="sm" aria-label={t("acts.of", { act: t("acts.open"), name: row.name })}>
          {t("acts.open")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ dialog, word }) => (
          <Menu.Item key={dialog} component={Link} to={{ pathname: `${row.id}/${dialog}`, search: search.toString() }}>
            {word}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useActs({ state, load, viewerCan }: JudgeRow): readonly { readonly dialog: string; readonly word: string }[] {
  const { t } = useTranslation("judges");
  if (!viewerCan.lead) return [];
  const replace = { dialog: "replace", word: t("acts.replace") };
  if (state === "LEFT") return load.ended > 0 ? [replace] : [];
  if (state === "DECLINED") return [];
  return [
    { dialog: "seat", word: t("acts.seat") },
    ...(viewerCan.resend ? [{ dialog: "resend", word: t("acts.resend") }] : []),
    { dialog: "pin", word: t("acts.pin") },
    ...(state === "ACCEPTED" && load.assigned > 0 ? [replace] : []),
    { dialog: "leave", word: t(state === "INVITED" ? "acts.withdraw" : "acts.leave") },
  ];
}
