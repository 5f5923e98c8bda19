import { LIMITS } from "@isonga/schema/limits";
import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LocalizedTextInput } from "../../../ui/localized-text-input.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { OrderedList } from "../ordered-list.tsx";
import type { EditorPart } from "./instrument-form.tsx";

/** The roles of the officials who are recognised with a winner. */
export function RolesEditor({ definition, onChange }: EditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  return (
    <OrderedList
      items={definition.recognitionRoles}
      onChange={(recognitionRoles) => onChange({ recognitionRoles })}
      nameOf={(role, index) => format.text(role.names) || t("instrument.role", { number: index + 1 })}
      add={{ words: t("instrument.addRole"), item: () => ({ code: "", names: {} }) }}
    >
      {(role, index, change) => (
        <>
          <LocalizedTextInput
            id={`definition-recognitionRoles-${index}-names`}
            label={t("instrument.names")}
            maxLength={LIMITS.nameLength}
            value={role.names}
            onChange={(names) => change({ ...role, names })}
          />
          <TextInput
            id={`definition-recognitionRoles-${index}-code`}
            label={t("instrument.code")}
            value={role.code}
            onChange={(event) => change({ ...role, code: event.currentTarget.value })}
          />
        </>
      )}
    </OrderedList>
  );
}
