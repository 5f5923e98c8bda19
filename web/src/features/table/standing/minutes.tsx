import { useQuery } from "@apollo/client/react";
import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../table.module.css";
import { AddTableMinuteDocument } from "../table.mutations.ts";
import { type Table, TableMinutesDocument } from "../table.query.ts";

/** What was said and decided, the oldest first; nothing is ever taken out. */
export function Minutes({ stage }: { readonly stage: Pick<Table["stage"], "id" | "timeZone" | "viewerCan"> }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const { data, refetch } = useQuery(TableMinutesDocument, { variables: { stageId: stage.id }, fetchPolicy: "cache-and-network" });
  const minutes = data?.minutes ?? [];
  return (
    <Section title={t("minutes.title")}>
      {minutes.length === 0 ? <p className={styles.quiet}>{t("minutes.none")}</p> : null}
      <ol className={styles.minutes}>
        {minutes.map(({ id, kind, text, detail, by, at }) => (
          <li key={id}>
            <p className={styles.quiet}>
              {t("minutes.head", {
                kind: t(`minute.${kind}`),
                by: by ?? t("minutes.platform"),
                moment: format.dateTime(at, { timeZone: stage.timeZone, showZone: true }),
              })}
            </p>
            <p>{text}</p>
            <Decided detail={detail} />
          </li>
        ))}
      </ol>
      {stage.viewerCan.lead ? <NewMinute stageId={stage.id} onAdded={() => void refetch()} /> : null}
    </Section>
  );
}

type Detail = {
  /** The rank up to which entries go on. */
  readonly line?: number;
  readonly entries?: readonly { readonly reference?: string; readonly outcome: "ADVANCED" | "NOT_ADVANCED" | "OUT" | null }[];
};

/** Which entries a decision was about. */
function Decided({ detail }: { readonly detail: unknown }): ReactElement | null {
  const { t } = useTranslation("table");
  const { entries = [], line } = (detail ?? {}) as Detail;
  if (entries.length === 0 && line === undefined) return null;
  const words = entries.map(({ reference = "", outcome }) =>
    t("minutes.entry", { reference, outcome: t(outcome === null ? "decide.asProposed" : `decided.${outcome}`) }),
  );
  return (
    <p className={styles.quiet}>
      {line === undefined ? null : `${t("minutes.line", { rank: line })} `}
      {t("minutes.entries", { words })}
    </p>
  );
}

function NewMinute({ stageId, onAdded }: { readonly stageId: string; readonly onAdded: () => void }): ReactElement {
  const { t } = useTranslation("table");
  const { act, busy, failure } = useAct(AddTableMinuteDocument);
  const problems = useFormProblems(failure);
  const [text, setText] = useState("");
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await act({ input: { stageId, text } }))) return;
    setText("");
    onAdded();
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void add(event)}>
      <ErrorSummary problems={problems} />
      <GrowingText
        id="text"
        label={t("minutes.add")}
        minRows={2}
        maxLength={LIMITS.descriptionLength}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={busy}>
          {t("minutes.do")}
        </Button>
      </div>
    </form>
  );
}
