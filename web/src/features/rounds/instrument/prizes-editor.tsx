import { LIMITS } from "@isonga/schema/limits";
import { Select, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LocalizedTextInput } from "../../../ui/localized-text-input.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { OrderedList } from "../ordered-list.tsx";
import styles from "../rounds.module.css";
import type { PrizeValue } from "./definition.ts";
import type { EditorPart } from "./instrument-form.tsx";

const EVERYWHERE = "*";

/** The prizes: each with its level, its places and whether it is given everywhere or within each area of a level above. */
export function PrizesEditor(part: EditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const { definition, onChange } = part;
  const fresh = (): PrizeValue => ({ code: "", names: {}, level: definition.levels[0] ?? "", places: 3, scope: { kind: "EVERYWHERE" } });
  return (
    <OrderedList
      items={definition.prizes}
      onChange={(prizes) => onChange({ prizes })}
      nameOf={(prize, index) => format.text(prize.names) || t("instrument.prize", { number: index + 1 })}
      add={{ words: t("instrument.addPrize"), item: fresh }}
    >
      {(prize, index, change) => <PrizeFields {...part} prize={prize} id={`definition-prizes-${index}`} onPrize={change} />}
    </OrderedList>
  );
}

function PrizeFields(
  props: EditorPart & { readonly prize: PrizeValue; readonly id: string; readonly onPrize: (prize: PrizeValue) => void },
): ReactElement {
  const { t } = useTranslation("rounds");
  const { definition, choices, prize, id, onPrize } = props;
  const above = choices.levels.slice(
    0,
    Math.max(
      choices.levels.findIndex(({ code }) => code === prize.level),
      0,
    ),
  );
  const scope = (value: string | null): PrizeValue["scope"] =>
    value === null || value === EVERYWHERE ? { kind: "EVERYWHERE" } : { kind: "WITHIN_EACH", level: value };
  return (
    <>
      <LocalizedTextInput
        id={`${id}-names`}
        label={t("instrument.names")}
        maxLength={LIMITS.nameLength}
        value={prize.names}
        onChange={(names) => onPrize({ ...prize, names })}
      />
      <div className={styles.pair}>
        <TextInput
          id={`${id}-code`}
          label={t("instrument.code")}
          value={prize.code}
          onChange={(event) => onPrize({ ...prize, code: event.currentTarget.value })}
        />
        <Select
          id={`${id}-level`}
          label={t("instrument.level")}
          allowDeselect={false}
          data={choices.levels
            .filter(({ code }) => definition.levels.includes(code))
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={prize.level}
          onChange={(level) => onPrize({ ...prize, level: level ?? prize.level, scope: { kind: "EVERYWHERE" } })}
        />
        <TextInput
          id={`${id}-places`}
          label={t("instrument.places")}
          inputMode="numeric"
          value={String(prize.places)}
          onChange={(event) => onPrize({ ...prize, places: Number(event.currentTarget.value.replace(/\D/g, "")) })}
        />
        <Select
          id={`${id}-scope`}
          label={t("instrument.given")}
          allowDeselect={false}
          data={[
            { value: EVERYWHERE, label: t("instrument.everywhere") },
            ...above.map(({ code, name }) => ({ value: code, label: t("instrument.withinEach", { level: name }) })),
          ]}
          value={prize.scope.kind === "EVERYWHERE" ? EVERYWHERE : prize.scope.level}
          onChange={(value) => onPrize({ ...prize, scope: scope(value) })}
        />
      </div>
    </>
  );
}
