import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { Custody_EntryFragment } from "../../gql/graphql.ts";
import { DeadlineText } from "../../ui/deadline-text.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useFormProblems } from "../refusals/form-problems.ts";
import styles from "./custody.module.css";
import { CUSTODY, ENTRY_CUSTODY } from "./custody-documents.ts";
import { useStep } from "./use-step.ts";

/**
 * Hands an entry in. With `missing` the button only tells (`onMissing`) that something lacks; the server has the last word and its problems are
 * shown here. Nothing is shown to who may not hand it in. The route loads the phrases "custody".
 */
export function SubmitEntry(props: {
  readonly entryId: string;
  readonly missing?: boolean;
  readonly onMissing?: () => void;
  readonly onDone?: () => void;
}): ReactElement | null {
  const { t } = useTranslation("custody");
  const query = useQuery(ENTRY_CUSTODY, { variables: { id: props.entryId }, fetchPolicy: "cache-and-network" });
  const { take, busy, failure } = useStep();
  const problems = useFormProblems(failure);
  const custody = readFragment(CUSTODY, query.data?.entryCustody ?? null);
  if (!custody?.acts.includes("submit")) return null;
  const submit = async (): Promise<void> => {
    if (props.missing === true && props.onMissing) return props.onMissing();
    const { data } = await query.refetch();
    const now = readFragment(CUSTODY, data?.entryCustody ?? null) ?? custody;
    if (await take("submit", now)) props.onDone?.();
  };
  const isOpen = custody.time === "ON_TIME" || custody.time === "IN_GRACE";
  return (
    <div className={styles.submit}>
      <ErrorSummary problems={problems} />
      <Deadline custody={custody} />
      {isOpen ? (
        <Button loading={busy} onClick={() => void submit()}>
          {t("act.submit")}
        </Button>
      ) : null}
    </div>
  );
}

function Deadline({ custody }: { readonly custody: Custody_EntryFragment }): ReactElement | null {
  const { t } = useTranslation("custody");
  const format = useFormat();
  const { timeZone } = custody;
  const at = (instant: string | null) => (instant === null ? "" : format.dateTime(instant, { timeZone, showZone: true }));
  switch (custody.time) {
    case "BEFORE":
      return custody.opensAt === null ? null : <Notice kind="locked" title={t("bar.before", { from: at(custody.opensAt) })} />;
    case "IN_GRACE":
      return <Notice kind="waiting" title={t("bar.grace", { until: at(custody.graceEndsAt) })} />;
    case "AFTER":
      return <Notice kind="locked" title={t("bar.after")} />;
    default:
      return custody.endsAt === null ? null : (
        <p className={styles.text}>
          <DeadlineText at={custody.endsAt} timeZone={timeZone} />
        </p>
      );
  }
}
