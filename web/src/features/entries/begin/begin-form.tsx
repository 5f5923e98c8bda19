import { plainTitle } from "@isonga/schema/entry-eligibility";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@isonga/schema/languages";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { KeptEntry } from "../../../lib/entries/entry-store.ts";
import { keptBeginning } from "../../../lib/offline/store.ts";
import { useMe } from "../../../lib/session/me.ts";
import { ErrorSummary, type FormProblem } from "../../../ui/error-summary.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "../entries.module.css";
import type { EntryRound } from "../list/entry-rounds.ts";
import { beginHere } from "./begin-entry.ts";
import type { BeginPlace, RoundGround } from "./round-ground.ts";

/** Office, title and language of a new draft. */
export function BeginForm(props: {
  readonly round: EntryRound;
  readonly ground: RoundGround;
  readonly place: BeginPlace;
  readonly onPlace: (place: BeginPlace) => void;
}): ReactElement {
  const { t } = useTranslation("entries");
  const navigate = useNavigate();
  const language = useLanguage();
  const person = useMe()?.id ?? "";
  const { ground, place, round } = props;
  const [title, setTitle] = useState("");
  const [written, setWritten] = useState<Language>(language);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const innovation = place.kind === "INNOVATION";
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = title.trim();
    const taken = innovation && name !== "" ? await takenTitle(person, round.id, name) : null;
    const words = innovation && name === "" ? t("begin.nameMissing") : taken === null ? null : t("begin.taken", { title: taken });
    setProblems(words === null ? [] : [{ words, fieldId: "title" }]);
    if (words !== null || busy) return;
    setBusy(true);
    const id = await beginHere(person, { place, title: name, language: written }, { round, ground });
    await navigate(`/${language}/app/entries/${id}`);
  };
  return (
    <form className={styles.narrow} onSubmit={(event) => void begin(event)}>
      <ErrorSummary problems={problems} />
      <NativeSelect
        label={t("begin.office")}
        value={String(ground.places.indexOf(place))}
        data={ground.places.map((candidate, index) => ({ value: String(index), label: placeWords(candidate) }))}
        onChange={(event) => {
          const next = ground.places[Number(event.currentTarget.value)];
          if (next) props.onPlace(next);
        }}
      />
      {innovation ? (
        <TextInput
          id="title"
          label={t("begin.name")}
          description={t("begin.nameHelp")}
          value={title}
          maxLength={200}
          lang={written}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      ) : null}
      <NativeSelect
        label={t("begin.language")}
        value={written}
        data={LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] }))}
        onChange={(event) => setWritten(LANGUAGES.find((code) => code === event.currentTarget.value) ?? written)}
      />
      <div>
        <Button type="submit" loading={busy}>
          {t("begin.do")}
        </Button>
      </div>
    </form>
  );

  function placeWords({ kind, agency, region }: BeginPlace): string {
    if (kind === "REGIONAL" || !agency) return t("begin.regional", { place: region.name });
    return t("begin.office_of", { office: agency.name, place: region.name });
  }
}

/** The title of an entry of this round on this device that differs by no letter or digit; null when there is none. */
async function takenTitle(person: string, roundId: string, title: string): Promise<string | null> {
  const kept = await keptBeginning<Pick<KeptEntry, "entry">>(person, "entry ");
  const same = [...kept.values()].find(({ entry }) => entry.round.id === roundId && plainTitle(entry.title) === plainTitle(title));
  return same?.entry.title ?? null;
}
