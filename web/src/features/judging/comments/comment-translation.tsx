import type { Language } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import { readFragment } from "../../../gql/fragment-masking.ts";
import type { CommentPartsFragment } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { TRANSLATION } from "../../../lib/translations/translation.fragment.ts";
import { TranslationRow } from "../../../lib/translations/translation-row.tsx";
import { SAVE_COMMENT } from "./comments.query.ts";

/** One comment with its translation; whoever only oversees the judging reads it. */
export function CommentTranslation(props: {
  readonly roundId: string;
  readonly comment: CommentPartsFragment;
  readonly label: string;
  readonly into: Language;
}): ReactElement {
  const { roundId, comment, label, into } = props;
  const { act, busy, failure } = useAct(SAVE_COMMENT);
  const { id, text, language, version } = comment;
  return (
    <TranslationRow
      original={{ id, label, text, language, version }}
      into={into}
      known={readFragment(TRANSLATION, comment.translations).find((known) => known.language === into) ?? null}
      readOnly={!comment.viewerCan.translate}
      busy={busy}
      failure={failure}
      onSave={async (said, seen) => {
        const done = await act({ input: { roundId, commentId: id, language: into, text: said, ofVersion: version, version: seen } });
        return done && { conflict: done.saveCommentTranslation.conflict ?? null };
      }}
    />
  );
}
