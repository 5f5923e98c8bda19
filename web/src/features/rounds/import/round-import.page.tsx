import { LIMITS } from "@isonga/schema/limits";
import { Button, Textarea } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ImportRoundMutation } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import { ImportRoundDocument } from "../round.mutations.ts";
import styles from "../rounds.module.css";
import { ImportChanges } from "./import-changes.tsx";
import { ImportProblems } from "./import-problems.tsx";

type Imported = ImportRoundMutation["importRound"];

/** A round from a file: what would change is shown first, then done. */
export function Component(): ReactElement {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const navigate = useNavigate();
  const { act, busy, failure } = useAct(ImportRoundDocument);
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [plan, setPlan] = useState<Imported | null>(null);
  const look = async (file: File): Promise<void> => {
    const content = await file.text();
    setText(content);
    setPlan(null);
    const done = await act({ input: { text: content, dryRun: true, reason: null } });
    setPlan(done?.importRound ?? null);
  };
  const write = async (): Promise<void> => {
    const done = await act({ input: { text, dryRun: false, reason: reason.trim() || null } });
    if (done?.importRound.round) await navigate(`../${done.importRound.round.code}`, { relative: "path" });
  };
  const crumbs = [{ label: t("rounds"), to: `/${language}/app/rounds` }, { label: t("import.title") }];
  return (
    <Page title={t("import.title")} lead={t("import.lead")} breadcrumbs={crumbs}>
      <p className={styles.note}>
        <a href="/schemas/round-file.schema.json">{t("import.schema")}</a>
      </p>
      <FileDrop label={t("import.file")} endings={[".json"]} maxBytes={MOST_BYTES} disabled={busy} onFile={(file) => void look(file)} />
      {failure ? <ImportProblems failure={failure} /> : null}
      {plan?.changes ? (
        plan.changes.length === 0 ? (
          <Notice kind="saved" title={t("import.nothing")} takesFocus />
        ) : (
          <Section title={t("import.would", { count: plan.changes.length, round: plan.roundCode ?? "" })}>
            <ImportChanges changes={plan.changes} />
            <div className={styles.end}>
              <Textarea
                id="reason"
                label={t("import.reason")}
                maxLength={LIMITS.reasonLength}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <div>
                <Button loading={busy} onClick={() => void write()}>
                  {t("import.do")}
                </Button>
              </div>
            </div>
          </Section>
        )
      ) : null}
    </Page>
  );
}

/** What the server takes in one request. */
const MOST_BYTES = 4 * 1024 * 1024;
