import { LIMITS } from "@isonga/schema/limits";
import { Checkbox, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LocalizedTextInput } from "../../../ui/localized-text-input.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { ChoiceField } from "../instrument/choice-field.tsx";
import { Fold } from "../instrument/fold.tsx";
import { QuantityField } from "../instrument/quantity-field.tsx";
import { OrderedList } from "../ordered-list.tsx";
import styles from "../rounds.module.css";
import type { StageEditorPart } from "./judging-stage-editor.tsx";
import { COMMENTS, type CriterionValue, FRESH_CRITERION } from "./jury-definition.ts";

type Editing = { readonly criterion: CriterionValue; readonly id: string; readonly onChange: (criterion: CriterionValue) => void };

/** The rubric of a stage: its criteria in order, each with names, weight, scale, comment and what marks mean. */
export function CriteriaEditor({ stage, id, onChange }: StageEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  return (
    <OrderedList
      items={stage.criteria}
      onChange={(criteria) => onChange({ criteria })}
      nameOf={(criterion, index) => format.text(criterion.names) || t("juryForm.criterion", { number: index + 1 })}
      add={{ words: t("juryForm.addCriterion"), item: () => FRESH_CRITERION }}
      fold={{ summary: (criterion) => t("juryForm.criterionSummary", numbersOf(criterion)), isOpen: ({ code }) => code === "" }}
    >
      {(criterion, index, change) => (
        <>
          <CriterionNames criterion={criterion} id={`${id}-criteria-${index}`} onChange={change} />
          <CriterionScale criterion={criterion} id={`${id}-criteria-${index}`} onChange={change} />
          <Anchors criterion={criterion} id={`${id}-criteria-${index}`} onChange={change} />
        </>
      )}
    </OrderedList>
  );
}

function numbersOf({ weight, min, max }: CriterionValue) {
  return { weight: String(weight), min: String(min), max: String(max) };
}

function CriterionNames({ criterion, id, onChange }: Editing): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <>
      <LocalizedTextInput
        id={`${id}-names`}
        label={t("instrument.names")}
        maxLength={LIMITS.nameLength}
        value={criterion.names}
        onChange={(names) => onChange({ ...criterion, names })}
      />
      <TextInput
        id={`${id}-code`}
        label={t("instrument.code")}
        value={criterion.code}
        onChange={(event) => onChange({ ...criterion, code: event.currentTarget.value })}
      />
      <Fold line={t("juryForm.description")}>
        <LocalizedTextInput
          id={`${id}-descriptions`}
          label={t("juryForm.descriptionLabel")}
          multiline
          maxLength={LIMITS.descriptionLength}
          value={criterion.descriptions ?? {}}
          onChange={(descriptions) => onChange({ ...criterion, descriptions })}
        />
      </Fold>
    </>
  );
}

function CriterionScale({ criterion, id, onChange }: Editing): ReactElement {
  const { t } = useTranslation("rounds");
  const set = (change: Partial<CriterionValue>) => onChange({ ...criterion, ...change });
  return (
    <>
      <div className={styles.pair}>
        {(["weight", "min", "max", "step"] as const).map((field) => (
          <QuantityField
            key={field}
            id={`${id}-${field}`}
            label={t(`juryForm.${field}`)}
            value={criterion[field]}
            onChange={(value) => set({ [field]: value })}
          />
        ))}
      </div>
      <div className={styles.pair}>
        <ChoiceField
          id={`${id}-comment`}
          label={t("juryForm.comment")}
          value={criterion.comment}
          of={COMMENTS}
          nameOf={(value) => t(`jury.comment.${value}`)}
          onChange={(comment) => set({ comment })}
        />
        <Checkbox
          label={t("juryForm.ranking")}
          checked={criterion.ranking}
          onChange={(event) => set({ ranking: event.currentTarget.checked })}
        />
      </div>
    </>
  );
}

/** What marks mean, in three languages each. */
function Anchors({ criterion, id, onChange }: Editing): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <OrderedList
      items={criterion.anchors}
      onChange={(anchors) => onChange({ ...criterion, anchors })}
      nameOf={({ value }) => t("juryForm.anchor", { mark: String(value) })}
      add={{ words: t("juryForm.addAnchor"), item: () => ({ value: criterion.min, texts: {} }) }}
    >
      {(anchor, index, change) => (
        <>
          <QuantityField
            id={`${id}-anchors-${index}-value`}
            label={t("juryForm.mark")}
            value={anchor.value}
            onChange={(value) => change({ ...anchor, value })}
          />
          <LocalizedTextInput
            id={`${id}-anchors-${index}-texts`}
            label={t("juryForm.meaning")}
            multiline
            minRows={1}
            maxLength={LIMITS.descriptionLength}
            value={anchor.texts}
            onChange={(texts) => change({ ...anchor, texts })}
          />
        </>
      )}
    </OrderedList>
  );
}
