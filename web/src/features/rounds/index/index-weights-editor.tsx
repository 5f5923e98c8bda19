import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { QuantityField } from "../instrument/quantity-field.tsx";
import styles from "../rounds.module.css";
import type { IndicatorValue } from "./index-definition.ts";
import type { IndexEditorPart } from "./index-instrument-form.tsx";

/** The weight of each row of one list, and whether it is mandatory. */
export function WeightsEditor({
  list,
  definition,
  onChange,
}: IndexEditorPart & { readonly list: "regional" | "innovation" }): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const rows = definition[list];
  const change = (index: number, changed: Partial<IndicatorValue>) =>
    onChange({ [list]: rows.map((row, at) => (at === index ? { ...row, ...changed } : row)) });
  return (
    <ul className={styles.list}>
      {rows.map(({ code, names, weight, mandatory }, index) => (
        <li key={code} className={styles.pair}>
          <QuantityField
            id={`definition-${list}-${index}-weight`}
            label={format.text(names)}
            description={t("indexForm.weight")}
            value={weight}
            onChange={(value) => change(index, { weight: value })}
          />
          <Checkbox
            label={t("indexForm.mandatory", { name: format.text(names) })}
            checked={mandatory}
            onChange={(event) => change(index, { mandatory: event.currentTarget.checked })}
          />
        </li>
      ))}
    </ul>
  );
}
