import { NumberInput, TextInput } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { graphql } from "../../gql/gql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { areaAddress } from "../../lib/places/area-path.ts";
import { useLanguage } from "../../ui/use-format.ts";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import { useArea } from "./area-query.ts";
import { FactsFields, factsInput, NO_FACTS } from "./facts-fields.tsx";
import { PlaceDialog } from "./place-dialog.tsx";

/** Adds an area of the next level below this one. */
export function Component(): ReactElement {
  const { t } = useTranslation("places");
  const { area } = useArea();
  const [code, setCode] = useState("");
  const [facts, setFacts] = useState(NO_FACTS);
  const [population, setPopulation] = useState<string | number>("");
  const draft = useFormDraft({
    name: `area below ${area.id}`,
    value: { code, facts, population },
    restore: (kept) => {
      setCode(kept.code);
      setFacts(kept.facts);
      setPopulation(kept.population);
    },
  });
  const create = useAct(CREATE);
  const navigate = useNavigateOnce();
  const language = useLanguage();
  const open = (place: { readonly country: string; readonly code: string }) => navigate(`/${language}/app/${areaAddress(place)}`);

  const save = async (): Promise<void> => {
    const told = { ...factsInput(facts), population: population === "" ? null : Number(population), codes: [] };
    const done = await create.act({ input: { parentId: area.id, code, facts: told } });
    if (done === null) return;
    draft.saved();
    open({ country: area.country, code: code.trim() });
  };

  return (
    <PlaceDialog
      title={t("edit.addTitle", { name: area.name })}
      act={t("edit.save")}
      busy={create.busy}
      failure={create.failure}
      draft={draft}
      onSubmit={() => void save()}
      onClose={() => open(area)}
    >
      <TextInput id="code" label={t("edit.code")} value={code} maxLength={40} onChange={(event) => setCode(event.currentTarget.value)} />
      <FactsFields value={facts} onChange={setFacts} />
      <NumberInput
        id="facts-population"
        label={t("edit.population")}
        value={population}
        min={0}
        allowDecimal={false}
        allowNegative={false}
        onChange={setPopulation}
      />
    </PlaceDialog>
  );
}

const CREATE = graphql(`
  mutation CreateJurisdiction($input: CreateJurisdictionInput!, $idempotencyKey: ID) {
    createJurisdiction(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      jurisdiction {
        id
      }
    }
  }
`);
