import { formatZone } from "@isonga/schema/format";
import { LIMITS } from "@isonga/schema/limits";
import { Button, Checkbox, Select } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../lib/apollo/use-act.ts";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { pathText } from "../../lib/places/area-path.ts";
import { type PickedPlace, PlacePicker } from "../../lib/places/place-picker.tsx";
import { timeZoneChoices } from "../../lib/places/time-zones.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { UpdateRoundDocument } from "./round.mutations.ts";
import styles from "./rounds.module.css";
import { textInput } from "./text-input.ts";
import type { RoundParts } from "./use-round.ts";

/** A round's name and description in three languages, and, while it is a draft, its zone. */
export function DetailsForm({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const { act, busy, failure } = useAct(UpdateRoundDocument);
  const [saved, setSaved] = useState(false);
  const isDraft = round.state === "DRAFT";
  const [value, setValue] = useState({
    names: textInput(round.names),
    descriptions: textInput(round.descriptions),
    timeZone: round.timeZone,
    illustrative: round.illustrative,
  });
  const [place, setPlace] = useState<PickedPlace | null>({ ...round.place, path: pathText(round.place) });
  const draft = useFormDraft({
    name: `round details ${round.id}`,
    version: round.version,
    value: { value, place },
    restore: (kept) => {
      setValue(kept.value);
      setPlace(kept.place);
    },
  });
  const change = (part: Partial<typeof value>): void => {
    setSaved(false);
    setValue({ ...value, ...part });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await act({
      input: { ...value, id: round.id, version: round.version, jurisdictionId: isDraft ? (place?.id ?? "") : null },
    });
    if (done !== null) draft.saved();
    setSaved(done !== null);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <KeptDraft draft={draft} />
      <ErrorSummary problems={useFormProblems(failure)} />
      <LocalizedTextInput
        id="names"
        label={t("form.names")}
        maxLength={LIMITS.nameLength}
        value={value.names}
        onChange={(names) => change({ names: textInput(names) })}
      />
      <LocalizedTextInput
        id="descriptions"
        label={t("form.descriptions")}
        multiline
        maxLength={LIMITS.descriptionLength}
        value={value.descriptions}
        onChange={(descriptions) => change({ descriptions: textInput(descriptions) })}
      />
      {isDraft ? (
        <PlacePicker
          id="jurisdictionId"
          label={t("form.place")}
          country={round.programme.country}
          value={place}
          onChange={(picked) => {
            setSaved(false);
            setPlace(picked);
          }}
        />
      ) : null}
      {isDraft ? (
        <div className={styles.pair}>
          <Select
            id="timeZone"
            label={t("form.timeZone")}
            allowDeselect={false}
            data={timeZoneChoices(value.timeZone).map((zone) => ({ value: zone, label: formatZone(zone, language) }))}
            value={value.timeZone}
            onChange={(timeZone) => change({ timeZone: timeZone ?? value.timeZone })}
          />
          <Checkbox
            mt="xl"
            label={t("form.illustrative")}
            checked={value.illustrative}
            onChange={(event) => change({ illustrative: event.currentTarget.checked })}
          />
        </div>
      ) : (
        <p className={styles.note}>{t("form.fixed")}</p>
      )}
      {saved ? <Notice kind="saved" title={t("form.saved")} /> : null}
      <div>
        <Button type="submit" loading={busy}>
          {t("form.save")}
        </Button>
      </div>
    </form>
  );
}
