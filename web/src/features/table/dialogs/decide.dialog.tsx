import { LIMITS } from "@isonga/schema/limits";
import { Radio, Stack } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import { useNavigateOnce } from "../../../ui/use-navigate-once.ts";
import { DecideOutcomesDocument } from "../table.mutations.ts";
import { useTableContext } from "../use-table.ts";

const CHOICES = ["ADVANCED", "NOT_ADVANCED", "OUT", "PROPOSED"] as const;
type Choice = (typeof CHOICES)[number];

/** The chair lets an entry go on, or not, or takes it out, whatever the cut proposes; the reason goes into the minutes. */
export function Component(): ReactElement | null {
  const { t } = useTranslation("table");
  const { reference = "" } = useParams();
  const navigate = useNavigateOnce();
  const { table, refetch } = useTableContext();
  const { act, busy, failure } = useAct(DecideOutcomesDocument);
  const problems = useFormProblems(failure);
  const entry = table.entries.find((one) => one.reference === reference);
  const [choice, setChoice] = useState<Choice>(entry?.outcome ?? "ADVANCED");
  const [reason, setReason] = useState("");
  if (!entry) return null;
  const close = () => navigate("../?tab=standing", { preventScrollReset: true });
  const decide = async (): Promise<void> => {
    const outcome = choice === "PROPOSED" ? null : choice;
    if (!(await act({ input: { stageId: table.stage.id, entries: [{ entryId: entry.id, outcome }], reason } }))) return;
    await refetch();
    close();
  };
  return (
    <RouteDialog
      title={t("decide.title", { reference, title: entry.title })}
      act={t("decide.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void decide()}
      onClose={close}
    >
      <Radio.Group
        label={t("decide.outcome")}
        value={choice}
        onChange={(value) => setChoice(CHOICES.find((one) => one === value) ?? "ADVANCED")}
      >
        <Stack gap="xs">
          {CHOICES.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(one === "PROPOSED" ? "decide.asProposed" : `decided.${one}`)}
              description={one === "OUT" ? t("decide.outHelp") : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <GrowingText
        id="reason"
        label={t("reason")}
        description={t("decide.reasonHelp")}
        minRows={2}
        maxLength={LIMITS.reasonLength}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RouteDialog>
  );
}
