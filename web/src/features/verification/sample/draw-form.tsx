import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SampleStratum } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { controlId, useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import styles from "../verification.module.css";
import { DRAW_SAMPLE } from "./sampling-documents.ts";

const STRATA = ["NONE", "JURISDICTION", "AGENCY", "FORM"] as const satisfies readonly SampleStratum[];

/** Has a round's sample drawn: how much, spread by what, and from which seed, so that anybody can draw it again. */
export function DrawForm({ roundId, drawable }: { readonly roundId: string; readonly drawable: number }): ReactElement {
  const { t } = useTranslation("verification");
  const { act, busy, failure } = useAct(DRAW_SAMPLE);
  const problems = useFormProblems(failure);
  const of = (field: string) => problems.find(({ fieldId }) => fieldId === controlId(field))?.words ?? null;
  const [percent, setPercent] = useState("20");
  const [seed, setSeed] = useState("");
  const [stratifiedBy, setStratum] = useState<SampleStratum>("JURISDICTION");
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await act({ input: { roundId, percent: percent.trim().replace(",", ".") || "0", stratifiedBy, seed } });
  };
  return (
    <form className={styles.draw} onSubmit={(event) => void submit(event)} noValidate>
      <p>{t("sample.lead", { count: drawable })}</p>
      <ErrorSummary problems={problems} />
      <TextInput
        id={controlId("percent")}
        label={t("sample.percent")}
        inputMode="decimal"
        value={percent}
        error={of("percent")}
        onChange={(event) => setPercent(event.currentTarget.value)}
      />
      <Select
        label={t("sample.by")}
        data={STRATA.map((value) => ({ value, label: t(`sample.stratum.${value}`) }))}
        value={stratifiedBy}
        allowDeselect={false}
        onChange={(value) => setStratum(STRATA.find((each) => each === value) ?? "NONE")}
      />
      <TextInput
        id={controlId("seed")}
        label={t("sample.seed")}
        description={t("sample.seedHelp")}
        value={seed}
        error={of("seed")}
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy}>
        {t("sample.draw")}
      </Button>
    </form>
  );
}
