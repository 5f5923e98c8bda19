import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import styles from "../rounds.module.css";
import type { StageEditorPart } from "./judging-stage-editor.tsx";

/** What every entry has and judges may not see; all else are fields of the form. */
const PARTS = ["title", "agency", "jurisdiction"] as const;

/** What the judges of a stage do not see: parts that every entry has, and fields of the form by their keys. */
export function BlindEditor({ stage: { blind }, id, onChange }: StageEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const parts = blind.filter(isPart);
  const change = (blind: readonly string[]) => onChange({ blind });
  return (
    <div className={styles.form}>
      <Checkbox.Group
        id={`${id}-blind`}
        label={t("juryForm.blind")}
        value={parts}
        onChange={(chosen) => change([...PARTS.filter((part) => chosen.includes(part)), ...blind.filter((key) => !isPart(key))])}
      >
        <Stack gap="xs">
          {PARTS.map((part) => (
            <Checkbox key={part} value={part} label={t(`jury.hidden.${part}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {blind.map((key, index) =>
        isPart(key) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is known by its place, as the server names it; its key is being typed
          <Group key={index} align="end">
            <TextInput
              id={`${id}-blind-${index}`}
              label={t("juryForm.blindField")}
              maxLength={60}
              value={key}
              onChange={(event) => change(blind.with(index, event.currentTarget.value))}
            />
            <Button variant="default" onClick={() => change(blind.toSpliced(index, 1))}>
              {t("juryForm.showField", { field: key })}
            </Button>
          </Group>
        ),
      )}
      <div>
        <Button variant="default" onClick={() => change([...blind, ""])}>
          {t("juryForm.hideField")}
        </Button>
      </div>
    </div>
  );
}

function isPart(key: string): key is (typeof PARTS)[number] {
  return PARTS.some((part) => part === key);
}
