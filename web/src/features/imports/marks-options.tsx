import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { JuryRoundsQuery } from "./import-documents.ts";
import type { Options } from "./import-options.tsx";

type Choice = { readonly options: Options; readonly onChange: (options: Options) => void };

/** The judging stage whose signed scorecards or assignments the file holds, and its round. */
export function MarksOptions({ options, onChange }: Choice): ReactElement {
  const { t } = useTranslation("imports");
  const { data, loading } = useQuery(JuryRoundsQuery);
  const rounds = data?.rounds.nodes.filter(({ instrument }) => instrument?.kind === "JURY") ?? [];
  const stages = rounds.find(({ code }) => code === options["round"])?.stages.filter(({ kind }) => kind === "JUDGING") ?? [];
  return (
    <>
      <Select
        id="round"
        label={t("form.round")}
        description={!loading && rounds.length === 0 ? t("form.noJury") : undefined}
        allowDeselect={false}
        value={options["round"] ?? null}
        data={rounds.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(round) => onChange(round === null ? {} : { round })}
      />
      <Select
        id="stage"
        label={t("form.stage")}
        disabled={stages.length === 0}
        allowDeselect={false}
        value={options["stage"] ?? null}
        data={stages.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(stage) => onChange({ ...options, ...(stage === null ? {} : { stage }) })}
      />
    </>
  );
}
