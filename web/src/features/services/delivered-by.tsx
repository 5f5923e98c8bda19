import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { type ReactElement, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SERVICE_CHOICES } from "./service-documents.ts";

/** Who delivers a service: the areas of one level of one country, by their codes; empty while not chosen. */
export type Deliverer = { readonly country: string; readonly deliveredAt: string };

/** Chooses a country and one of its levels, both by name. A platform of one country has it chosen already. */
export function DeliveredBy({
  value,
  onChange,
}: {
  readonly value: Deliverer;
  readonly onChange: (value: Deliverer) => void;
}): ReactElement {
  const { t } = useTranslation("services");
  const { data, previousData } = useQuery(SERVICE_CHOICES, { variables: { country: value.country } });
  const countries = (data ?? previousData)?.countries ?? [];
  const only = countries.length === 1 ? countries[0]?.country : undefined;
  useEffect(() => {
    if (only !== undefined && value.country === "") onChange({ country: only, deliveredAt: "" });
  }, [only, value.country, onChange]);
  const levels = data?.areaLevels ?? [];
  return (
    <>
      <Select
        id="country"
        label={t("country")}
        allowDeselect={false}
        data={countries.map(({ country, name }) => ({ value: country, label: name }))}
        value={value.country || null}
        onChange={(country) => onChange({ country: country ?? "", deliveredAt: "" })}
      />
      <Select
        id="deliveredAt"
        label={t("level")}
        allowDeselect={false}
        disabled={levels.length === 0}
        data={levels.map(({ code, name }) => ({ value: code, label: name }))}
        value={value.deliveredAt || null}
        onChange={(deliveredAt) => onChange({ ...value, deliveredAt: deliveredAt ?? "" })}
      />
    </>
  );
}
