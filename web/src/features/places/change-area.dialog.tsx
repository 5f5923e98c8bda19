import { Checkbox, NumberInput } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { graphql } from "../../gql/gql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { areaAddress } from "../../lib/places/area-path.ts";
import { GrowingText } from "../../ui/growing-text.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import styles from "./area.module.css";
import { type Area, useArea } from "./area-query.ts";
import { FactsFields, factsInput, factsOf } from "./facts-fields.tsx";
import { PlaceDialog } from "./place-dialog.tsx";

/** Changes what is known of the area, and its leagues. */
export function Component(): ReactElement {
  const { t } = useTranslation("places");
  const { area, leagues, refetch } = useArea();
  const [facts, setFacts] = useState(factsOf(area));
  const [population, setPopulation] = useState<string | number>(area.population ?? "");
  const [codes, setCodes] = useState(codesText(area));
  const [chosen, setChosen] = useState(area.leagues.map(({ code }) => code));
  const draft = useFormDraft({
    name: `area ${area.id}`,
    version: area.version,
    value: { facts, population, codes, chosen },
    restore: (kept) => {
      setFacts(kept.facts);
      setPopulation(kept.population);
      setCodes(kept.codes);
      setChosen(kept.chosen);
    },
  });
  const change = useChange(area);
  const navigate = useNavigateOnce();
  const language = useLanguage();
  const close = () => navigate(`/${language}/app/${areaAddress(area)}`, { preventScrollReset: true });

  const save = async (): Promise<void> => {
    const told = { ...factsInput(facts), population: population === "" ? null : Number(population), codes: codesInput(codes) };
    if (!(await change.save(told, chosen))) return;
    draft.saved();
    refetch();
    close();
  };

  return (
    <PlaceDialog
      title={t("edit.title", { name: area.name })}
      act={t("edit.save")}
      busy={change.busy}
      failure={change.failure}
      draft={draft}
      onSubmit={() => void save()}
      onClose={close}
    >
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
      <GrowingText
        id="facts-codes"
        label={t("edit.codes")}
        value={codes}
        minRows={2}
        onChange={(event) => setCodes(event.currentTarget.value)}
      />
      <fieldset className={styles.leagues} id="leagues">
        <legend>{t("edit.leagues")}</legend>
        {leagues.map(({ code, name }) => (
          <Checkbox
            key={code}
            label={name}
            checked={chosen.includes(code)}
            onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, code] : chosen.filter((other) => other !== code))}
          />
        ))}
      </fieldset>
    </PlaceDialog>
  );
}

/** The facts first, then the leagues when they differ, from the version that the facts have made. */
function useChange(area: Area) {
  const update = useAct(UPDATE);
  const setLeagues = useAct(SET_LEAGUES);
  const save = async (facts: Parameters<typeof update.act>[0]["input"]["facts"], leagues: readonly string[]): Promise<boolean> => {
    const updated = await update.act({ input: { id: area.id, version: area.version, facts } });
    const version = updated?.updateJurisdiction.jurisdiction?.version;
    if (version === undefined) return false;
    const before = area.leagues.map(({ code }) => code);
    if (leagues.length === before.length && leagues.every((code) => before.includes(code))) return true;
    return (await setLeagues.act({ input: { id: area.id, version, leagues } })) !== null;
  };
  return { save, busy: update.busy || setLeagues.busy, failure: update.failure ?? setLeagues.failure };
}

/** The codes but for the key one, which names the area and stays. */
function codesText(area: Area): string {
  return area.codes
    .slice(1)
    .map(({ system, code }) => `${system}=${code}`)
    .join("\n");
}

function codesInput(text: string): readonly { readonly system: string; readonly code: string }[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [system = "", ...code] = line.split("=");
      return { system: system.trim(), code: code.join("=").trim() };
    });
}

const UPDATE = graphql(`
  mutation UpdateJurisdiction($input: UpdateJurisdictionInput!, $idempotencyKey: ID) {
    updateJurisdiction(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      jurisdiction {
        id
        version
      }
    }
  }
`);

const SET_LEAGUES = graphql(`
  mutation SetLeagues($input: SetLeaguesInput!, $idempotencyKey: ID) {
    setLeagues(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      jurisdiction {
        id
        version
      }
    }
  }
`);
