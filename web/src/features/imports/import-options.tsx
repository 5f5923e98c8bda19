import { useQuery } from "@apollo/client/react";
import { Select, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { IndexRoundsQuery } from "./import-documents.ts";
import type { Kinds } from "./new-import.tsx";

/** What an importer is told beside the file, as text by name. */
export type Options = Readonly<Partial<Record<string, string>>>;

type Choice = { readonly kind: Kinds[number]; readonly options: Options; readonly onChange: (options: Options) => void };

/** What is sent: of what needs an approval, SUBMITTED unless something else was chosen. */
export function sentOptions({ kind }: Kinds[number], options: Options): Options {
  const stated = kind === "REPORTS" || kind === "INNOVATIONS" || kind === "REGIONAL";
  const told = Object.entries(options).filter(([, value]) => (value ?? "").trim() !== "");
  return { ...(stated ? { state: "SUBMITTED" } : {}), ...Object.fromEntries(told) };
}

/** The country of the codes, and what reports become. */
export function CodeOptions({ kind, options, onChange }: Choice): ReactElement {
  const { t } = useTranslation("imports");
  return (
    <>
      {kind.kind === "PLACES" ? null : (
        <TextInput
          id="country"
          label={t("form.country")}
          description={t("form.countryHint")}
          maxLength={2}
          value={options["country"] ?? ""}
          onChange={(event) => onChange({ ...options, country: event.currentTarget.value.toUpperCase() })}
        />
      )}
      {kind.kind === "REPORTS" && kind.mayApprove ? (
        <Select
          label={t("form.state")}
          allowDeselect={false}
          value={options["state"] ?? "SUBMITTED"}
          data={(["SUBMITTED", "APPROVED"] as const).map((value) => ({ value, label: t(`reportState.${value}`) }))}
          onChange={(state) => onChange({ ...options, state: state ?? "SUBMITTED" })}
        />
      ) : null}
    </>
  );
}

/** The round that entries belong to, what becomes of their verified levels, and whether unknown agencies are made. */
export function EntryOptions({ kind, options, onChange }: Choice): ReactElement {
  const { t } = useTranslation("imports");
  const { data, loading } = useQuery(IndexRoundsQuery);
  const takes = kind.kind === "INNOVATIONS" ? ["INNOVATION_INDEX", "JURY"] : ["INNOVATION_INDEX"];
  const rounds = data?.rounds.nodes.filter(({ instrument }) => instrument && takes.includes(instrument.kind)) ?? [];
  const set = (name: string) => (value: string | null) => onChange({ ...options, ...(value === null ? {} : { [name]: value }) });
  return (
    <>
      <Select
        id="round"
        label={t("form.round")}
        description={t(!loading && rounds.length === 0 ? "form.noRound" : "form.roundHint")}
        allowDeselect={false}
        value={options["round"] ?? null}
        data={rounds.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={set("round")}
      />
      {kind.mayApprove ? (
        <Select
          label={t("form.entryState")}
          allowDeselect={false}
          value={options["state"] ?? "SUBMITTED"}
          data={(["SUBMITTED", "VERIFIED"] as const).map((value) => ({ value, label: t(`entryState.${value}`) }))}
          onChange={set("state")}
        />
      ) : null}
      {kind.kind === "INNOVATIONS" ? (
        <Select
          label={t("form.agencies")}
          allowDeselect={false}
          value={options["agencies"] ?? "CREATE"}
          data={(["CREATE", "REFUSE"] as const).map((value) => ({ value, label: t(`agencies.${value}`) }))}
          onChange={set("agencies")}
        />
      ) : null}
    </>
  );
}
