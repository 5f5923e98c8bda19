import type { Language } from "@isonga/schema/languages";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../../ui/notice.tsx";
import { TRANSLATE_COMMENTS } from "./comments.query.ts";

/** Lets the machine translate what nobody has translated yet, so many in one act; says how many are left. */
export function ByMachine(props: { readonly roundId: string; readonly into: Language; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation(["judging", "entries"]);
  const words = useFailureWords();
  const { act, busy, failure } = useAct(TRANSLATE_COMMENTS);
  const [left, setLeft] = useState(0);
  const translate = async (): Promise<void> => {
    const done = await act({ input: { roundId: props.roundId, language: props.into } });
    if (!done) return;
    setLeft(done.translateComments.left ?? 0);
    props.onDone();
  };
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void translate()}>
        {t("entries:translate.byMachine")}
      </Button>
      {left > 0 ? <Notice kind="waiting" title={t("comments.left", { count: left })} /> : null}
      {failure ? <Notice kind="problem" title={words(failure)} /> : null}
    </>
  );
}
