import type { Language } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import type { TranslationFragment } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { type Original, TranslationRow } from "../../../lib/translations/translation-row.tsx";
import { SAVE_TRANSLATION } from "./translation-documents.ts";

/** One field of an entry with its translation. */
export function FieldTranslation(props: {
  readonly entryId: string;
  readonly original: Original;
  readonly into: Language;
  readonly known: TranslationFragment | null;
  readonly onSaved: () => void;
}): ReactElement {
  const { entryId, original, into, known } = props;
  const { act, busy, failure } = useAct(SAVE_TRANSLATION);
  return (
    <TranslationRow
      original={original}
      into={into}
      known={known}
      busy={busy}
      failure={failure}
      onSave={async (text, version) => {
        const input = { entryId, field: original.id, language: into, text, ofVersion: original.version, version };
        const done = await act({ input });
        if (done === null) return null;
        props.onSaved();
        return { conflict: done.saveTranslation.conflict ?? null };
      }}
    />
  );
}
