import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useSearchParams } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.ts";
import type { ObjectionRoundPartsFragment } from "../../../gql/graphql.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SkeletonLines } from "../../../ui/page.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import styles from "../judging.module.css";
import { JudgingFrame, type JudgingRound } from "../judging-frame.tsx";
import { ObjectionCard } from "./objection-card.tsx";
import { OBJECTION_ROUND_PARTS, OBJECTIONS } from "./objections.query.ts";

/** The objections of a round as its pages know them. */
export type ObjectionRoundParts = ObjectionRoundPartsFragment;

const STATES = ["OPEN", "UPHELD", "DISMISSED"] as const;

/** What the public objected to in a round, for its chair: the newest first, and the way to answer each. Answering is a dialog of this page. */
export function Component(): ReactElement {
  const { t } = useTranslation("judging");
  return (
    <JudgingFrame part="objections" lead={t("objections.lead")}>
      {(round) => <Objections round={round} />}
    </JudgingFrame>
  );
}

function Objections({ round }: { readonly round: JudgingRound }): ReactElement {
  const { data, error, loading, refetch } = useQuery(OBJECTIONS, { variables: { roundId: round.id }, fetchPolicy: "cache-and-network" });
  if (error && !data) return <QueryError error={error} retry={() => void refetch()} />;
  const found = readFragment(OBJECTION_ROUND_PARTS, data?.objections ?? null);
  if (!found) return loading ? <SkeletonLines /> : <Outlet />;
  return (
    <>
      <Window found={found} />
      <List found={found} />
      <Outlet context={found} />
    </>
  );
}

/** From when to when the public may object, and where the public sees the shortlist. */
function Window({ found }: { readonly found: ObjectionRoundParts }): ReactElement {
  const { t } = useTranslation("judging");
  const format = useFormat();
  const language = useLanguage();
  const at = { timeZone: found.timeZone, showZone: true } as const;
  return (
    <Notice kind={found.isShown ? "saved" : "waiting"} title={t(found.isShown ? "objections.shown" : "objections.notShown")}>
      <p>{t("span", { from: format.dateTime(found.startsAt, at), to: format.dateTime(found.endsAt, at) })}</p>
      <a className={styles.link} href={`/${language}/objections/${found.code}`}>
        {t("objections.public")}
      </a>
    </Notice>
  );
}

function List({ found }: { readonly found: ObjectionRoundParts }): ReactElement {
  const { t } = useTranslation("judging");
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one === search.get("state")) ?? "";
  const shown = found.objections.filter((one) => state === "" || one.state === state);
  if (found.objections.length === 0) return <EmptyState what={t("objections.empty")} />;
  return (
    <div className={styles.list}>
      <Select
        label={t("objections.show")}
        allowDeselect={false}
        value={state}
        data={["", ...STATES].map((value) => ({
          value,
          label: t("objections.countOf", {
            what: t(value === "" ? "objections.all" : `objections.state.${value as (typeof STATES)[number]}`),
            number: value === "" ? found.objections.length : found.objections.filter((one) => one.state === value).length,
          }),
        }))}
        onChange={(value) => setSearch(value ? { state: value } : {}, { replace: true })}
      />
      {shown.length === 0 ? <EmptyState what={t("objections.none")} /> : null}
      <ul className={styles.stages}>
        {shown.map((objection) => (
          <li key={objection.id}>
            <ObjectionCard objection={objection} round={found} />
          </li>
        ))}
      </ul>
    </div>
  );
}
