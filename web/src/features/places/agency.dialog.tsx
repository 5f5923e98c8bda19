import { TextInput } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { areaAddress } from "../../lib/places/area-path.ts";
import { useLanguage } from "../../ui/use-format.ts";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import { useArea } from "./area-query.ts";
import { FactsFields, factsInput, factsOf, NO_FACTS } from "./facts-fields.tsx";
import { PlaceDialog } from "./place-dialog.tsx";

/** Adds an agency to the area, or changes one. */
export function Component(): ReactElement {
  const { t } = useTranslation("places");
  const { area, refetch } = useArea();
  const { agency: id } = useParams();
  const agency = area.agencies.nodes.find((candidate) => candidate.id === id) ?? null;
  const [code, setCode] = useState(agency?.code ?? "");
  const [facts, setFacts] = useState(agency ? factsOf(agency) : NO_FACTS);
  const version = agency ? { version: agency.version } : {};
  const draft = useFormDraft({
    name: `agency ${agency?.id ?? `of ${area.id}`}`,
    ...version,
    value: { code, facts },
    restore: (kept) => {
      setCode(kept.code);
      setFacts(kept.facts);
    },
  });
  const create = useAct(CREATE);
  const update = useAct(UPDATE);
  const navigate = useNavigateOnce();
  const language = useLanguage();
  const close = () => navigate(`/${language}/app/${areaAddress(area)}`, { preventScrollReset: true });

  const save = async (): Promise<void> => {
    const told = { ...factsInput(facts), code };
    const done = agency
      ? await update.act({ input: { id: agency.id, version: agency.version, facts: told } })
      : await create.act({ input: { jurisdictionId: area.id, facts: told } });
    if (done === null) return;
    draft.saved();
    refetch();
    close();
  };

  return (
    <PlaceDialog
      title={agency ? t("agency.edit") : t("agency.new")}
      act={t("agency.save")}
      busy={create.busy || update.busy}
      failure={create.failure ?? update.failure}
      draft={draft}
      onSubmit={() => void save()}
      onClose={close}
    >
      <TextInput
        id="facts-code"
        label={t("agency.code")}
        value={code}
        maxLength={40}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <FactsFields value={facts} onChange={setFacts} />
    </PlaceDialog>
  );
}

const CREATE = graphql(`
  mutation CreateAgency($input: CreateAgencyInput!, $idempotencyKey: ID) {
    createAgency(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      agency {
        id
      }
    }
  }
`);

const UPDATE = graphql(`
  mutation UpdateAgency($input: UpdateAgencyInput!, $idempotencyKey: ID) {
    updateAgency(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      agency {
        id
        code
        name
        officialName
        version
      }
    }
  }
`);
