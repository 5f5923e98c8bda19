import { LIMITS } from "@isonga/schema/limits";
import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LocalizedTextInput } from "../../../ui/localized-text-input.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import type { PrizeValue } from "../instrument/definition.ts";
import { WholeField } from "../instrument/whole-field.tsx";
import { OrderedList } from "../ordered-list.tsx";
import styles from "../rounds.module.css";
import type { JuryEditorPart } from "./jury-instrument-form.tsx";

/** The prizes of a jury award: entries win them, so each has only its name and how many places it has. */
export function JuryPrizesEditor({ definition, onChange }: JuryEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const fresh = (): PrizeValue => ({
    code: "",
    names: {},
    level: definition.levels[0] ?? "ENTRY",
    places: 3,
    scope: { kind: "EVERYWHERE" },
  });
  return (
    <OrderedList
      items={definition.prizes}
      onChange={(prizes) => onChange({ prizes })}
      nameOf={(prize, index) => format.text(prize.names) || t("instrument.prize", { number: index + 1 })}
      fold={{
        summary: ({ places }) =>
          typeof places === "number" ? t("juryForm.prizeSummary", { count: places }) : t("juryForm.prizeUnfinished"),
      }}
      add={{ words: t("instrument.addPrize"), item: fresh }}
    >
      {(prize, index, change) => (
        <>
          <LocalizedTextInput
            id={`definition-prizes-${index}-names`}
            label={t("instrument.names")}
            maxLength={LIMITS.nameLength}
            value={prize.names}
            onChange={(names) => change({ ...prize, names })}
          />
          <div className={styles.pair}>
            <TextInput
              id={`definition-prizes-${index}-code`}
              label={t("instrument.code")}
              value={prize.code}
              onChange={(event) => change({ ...prize, code: event.currentTarget.value })}
            />
            <WholeField
              id={`definition-prizes-${index}-places`}
              label={t("instrument.places")}
              min={1}
              value={prize.places}
              onChange={(places) => change({ ...prize, places })}
            />
          </div>
        </>
      )}
    </OrderedList>
  );
}
