import { useQuery } from "@apollo/client/react";
import { isBlank } from "@isonga/schema/entry-answers";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@isonga/schema/languages";
import { Button, NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { TRANSLATION } from "../../../lib/translations/translation.fragment.ts";
import type { Original } from "../../../lib/translations/translation-row.tsx";
import styles from "../../../lib/translations/translations.module.css";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SkeletonLines } from "../../../ui/page.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import { EntryFrame, type OpenEntry } from "../entry-frame.tsx";
import { FieldTranslation } from "./field-translation.tsx";
import { TRANSLATE, TRANSLATIONS } from "./translation-documents.ts";

/** What an entry says, side by side with its translation into another language. */
export function Component(): ReactElement {
  const { t } = useTranslation("entries");
  const [search, setSearch] = useSearchParams();
  const mine = useLanguage();
  const intoOf = ({ known }: OpenEntry): Language => {
    const others = LANGUAGES.filter((language) => language !== known.entry.language);
    return others.find((language) => language === search.get("into")) ?? others.find((language) => language === mine) ?? others[0] ?? mine;
  };
  return (
    <EntryFrame title={(open) => t("translate.title", { language: LANGUAGE_NAMES[intoOf(open)] })}>
      {(open) => (
        <Translations
          key={intoOf(open)}
          open={open}
          into={intoOf(open)}
          onInto={(into) => setSearch({ into }, { replace: true, preventScrollReset: true })}
        />
      )}
    </EntryFrame>
  );
}

type Props = { readonly open: OpenEntry; readonly into: Language; readonly onInto: (into: string) => void };

function Translations({ open, into, onInto }: Props): ReactElement {
  const { t } = useTranslation("entries");
  const { entry } = open.known;
  const { data, error, refetch } = useQuery(TRANSLATIONS, { variables: { id: entry.id }, fetchPolicy: "cache-and-network" });
  const originals = useOriginals(open, data?.entry?.answers ?? []);
  const known = (data?.entry?.translations ?? []).map((translation) => readFragment(TRANSLATION, translation));
  const reload = (): void => void refetch();
  return (
    <>
      <p>{t("translate.lead")}</p>
      <div className={styles.tools}>
        <NativeSelect
          label={t("translate.into")}
          value={into}
          data={LANGUAGES.filter((language) => language !== entry.language).map((code) => ({ value: code, label: LANGUAGE_NAMES[code] }))}
          onChange={(event) => onInto(event.currentTarget.value)}
        />
        {data?.canMachineTranslate ? <ByMachine entryId={entry.id} into={into} onDone={reload} /> : null}
      </div>
      {error && !data ? <QueryError error={error} retry={reload} /> : null}
      {!data && !error ? <SkeletonLines /> : null}
      {data && originals.length === 0 ? <EmptyState what={t("translate.empty")} /> : null}
      {originals.map((original) => (
        <FieldTranslation
          key={original.id}
          entryId={entry.id}
          original={original}
          into={into}
          known={known.find(({ field, language }) => field === original.id && language === into) ?? null}
          onSaved={reload}
        />
      ))}
    </>
  );
}

function ByMachine(props: { readonly entryId: string; readonly into: Language; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation("entries");
  const words = useFailureWords();
  const translate = useAct(TRANSLATE);
  const act = async (): Promise<void> => {
    if (await translate.act({ input: { entryId: props.entryId, language: props.into } })) props.onDone();
  };
  return (
    <>
      <Button variant="default" loading={translate.busy} onClick={() => void act()}>
        {t("translate.byMachine")}
      </Button>
      {translate.failure ? <Notice kind="problem" title={words(translate.failure)} /> : null}
    </>
  );
}

/** The texts that people wrote, in the order of the form: of these the server keeps translations. */
function useOriginals(
  { check, known }: OpenEntry,
  answers: readonly { readonly field: string; readonly value: unknown; readonly version: number }[],
): readonly Original[] {
  const format = useFormat();
  return check.form.tasks.flatMap(({ fields }) =>
    fields.flatMap((field): Original[] => {
      const answer = answers.find((candidate) => candidate.field === field.key);
      const text = answer?.value;
      if ((field.kind !== "SHORT_TEXT" && field.kind !== "LONG_TEXT") || typeof text !== "string" || isBlank(text)) return [];
      return [{ id: field.key, label: format.text(field.label), text, language: known.entry.language, version: answer?.version ?? 0 }];
    }),
  );
}
