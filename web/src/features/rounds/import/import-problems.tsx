import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Failure, RefusalLike } from "../../../lib/refusals/failure.ts";
import { useFailureWords, useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Section } from "../../../ui/page.tsx";
import styles from "../rounds.module.css";

/** Why a file was not taken: each problem with its place in the file. */
export function ImportProblems({ failure }: { readonly failure: Failure }): ReactElement {
  const { t } = useTranslation("rounds");
  const words = useRefusalWords();
  const sentence = useFailureWords();
  const columns = useMemo<readonly Column<RefusalLike>[]>(
    () => [
      {
        id: "path",
        header: t("import.path"),
        value: (refusal) => refusal.field ?? "",
        cell: (refusal) => <span className={styles.path}>{refusal.field}</span>,
        heading: true,
      },
      { id: "problem", header: t("import.problem"), value: words },
    ],
    [t, words],
  );
  const placed = failure.kind === "refused" && failure.refusals.every(({ field }) => field && field !== "text");
  if (!placed) return <Notice kind="problem" title={sentence(failure)} takesFocus />;
  return (
    <Section title={t("import.problems")}>
      <DataTable
        label={t("import.problems")}
        columns={columns}
        rows={failure.refusals}
        rowKey={(refusal) => `${refusal.field} ${refusal.code}`}
        empty={{ what: t("import.nothing") }}
        plain
        phone="cards"
      />
    </Section>
  );
}
