import { LIMITS } from "@isonga/schema/limits";
import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LocalizedTextInput } from "../../../ui/localized-text-input.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { OrderedList } from "../ordered-list.tsx";
import type { Named } from "./jury-definition.ts";

/** Things with a code and a name in three languages: panels, reasons, grounds, roles. `id` begins the ids of their fields. */
export function NamedList(props: {
  readonly id: string;
  readonly kind: "panel" | "reason" | "ground" | "role";
  readonly items: readonly Named[];
  readonly onChange: (items: readonly Named[]) => void;
}): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const { id, kind, items, onChange } = props;
  return (
    <OrderedList
      items={items}
      onChange={onChange}
      nameOf={(item, index) => format.text(item.names) || t(`juryForm.named.${kind}`, { number: index + 1 })}
      fold={{ summary: ({ code }) => code || t("instrument.code"), isOpen: ({ code }) => code === "" }}
      add={{ words: t(`juryForm.add.${kind}`), item: () => ({ code: "", names: {} }) }}
    >
      {(item, index, change) => (
        <>
          <LocalizedTextInput
            id={`${id}-${index}-names`}
            label={t("instrument.names")}
            maxLength={LIMITS.nameLength}
            value={item.names}
            onChange={(names) => change({ ...item, names })}
          />
          <TextInput
            id={`${id}-${index}-code`}
            label={t("instrument.code")}
            value={item.code}
            onChange={(event) => change({ ...item, code: event.currentTarget.value })}
          />
        </>
      )}
    </OrderedList>
  );
}
