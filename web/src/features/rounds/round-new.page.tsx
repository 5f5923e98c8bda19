import { useQuery } from "@apollo/client/react";
import { formatZone } from "@isonga/schema/format";
import { LIMITS } from "@isonga/schema/limits";
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { type PickedPlace, PlacePicker } from "../../lib/places/place-picker.tsx";
import { TIME_ZONES } from "../../lib/places/time-zones.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { CreateRoundDocument } from "./round.mutations.ts";
import styles from "./rounds.module.css";
import { NO_TEXT, textInput } from "./text-input.ts";

const ProgrammeForRoundDocument = graphql(`
  query ProgrammeForRound($code: String!) {
    programme(code: $code) { id code name country names { en rw id } countryPlace { id country code name } }
  }
`);

/** A new round of the programme named in the address: `?programme=awards`. */
export function Component(): ReactElement {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { data } = useQuery(ProgrammeForRoundDocument, { variables: { code: params.get("programme") ?? "" } });
  const { act, busy, failure } = useAct(CreateRoundDocument);
  const [value, setValue] = useState({ code: "", names: NO_TEXT, descriptions: NO_TEXT, illustrative: false, timeZone: "" });
  const programme = data?.programme;
  const country = programme?.countryPlace;
  const [picked, setPicked] = useState<PickedPlace | null>();
  const place = picked === undefined && country ? { ...country, path: "" } : (picked ?? null);
  const zone = value.timeZone || (programme?.country === "ID" ? "Asia/Jakarta" : "Africa/Kigali");
  const draft = useFormDraft({
    name: `round new ${params.get("programme") ?? ""}`,
    value: { value, picked: picked ?? null },
    restore: (kept) => {
      setValue(kept.value);
      setPicked(kept.picked ?? undefined);
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!programme?.id) return;
    const done = await act({ input: { ...value, timeZone: zone, programmeId: programme.id, jurisdictionId: place?.id ?? "" } });
    if (!done?.createRound.round) return;
    draft.saved();
    await navigate(`../${done.createRound.round.code}/edit`, { relative: "path" });
  };
  const crumbs = [{ label: t("rounds"), to: `/${language}/app/rounds` }, { label: t("form.new") }];
  return (
    <Page title={t("form.new")} lead={programme?.name} breadcrumbs={crumbs}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <KeptDraft draft={draft} />
        <ErrorSummary problems={useFormProblems(failure)} />
        <LocalizedTextInput
          id="names"
          label={t("form.names")}
          maxLength={LIMITS.nameLength}
          value={value.names}
          onChange={(names) => setValue({ ...value, names: textInput(names) })}
        />
        {programme ? (
          <PlacePicker id="jurisdictionId" label={t("form.place")} country={programme.country} value={place} onChange={setPicked} />
        ) : null}
        <div className={styles.pair}>
          <TextInput
            id="code"
            label={t("form.code")}
            description={t("form.codeHint")}
            value={value.code}
            onChange={(event) => setValue({ ...value, code: event.currentTarget.value })}
          />
          <Select
            id="timeZone"
            label={t("form.timeZone")}
            allowDeselect={false}
            data={TIME_ZONES.map((name) => ({ value: name, label: formatZone(name, language) }))}
            value={zone}
            onChange={(timeZone) => setValue({ ...value, timeZone: timeZone ?? zone })}
          />
        </div>
        <Checkbox
          label={t("form.illustrative")}
          checked={value.illustrative}
          onChange={(event) => setValue({ ...value, illustrative: event.currentTarget.checked })}
        />
        <div>
          <Button type="submit" loading={busy} disabled={!programme}>
            {t("form.create")}
          </Button>
        </div>
      </form>
    </Page>
  );
}
