import { LIMITS } from "@isonga/schema/limits";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAct } from "../../lib/apollo/use-act.ts";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { CopyRoundDocument } from "./round.mutations.ts";
import { RoundFrame } from "./round-frame.tsx";
import styles from "./rounds.module.css";
import { textInput } from "./text-input.ts";
import type { RoundParts } from "./use-round.ts";

/** The next edition of a round. */
export function Component(): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <RoundFrame title={t("copy.title")} allowed={({ viewerCan }) => viewerCan.copy} lead={() => t("copy.lead")}>
      {(round) => <CopyForm round={round} />}
    </RoundFrame>
  );
}

function CopyForm({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const navigate = useNavigate();
  const { act, busy, failure } = useAct(CopyRoundDocument);
  const [value, setValue] = useState({ code: nextCode(round.code), names: textInput(round.names), months: 12 });
  const draft = useFormDraft({ name: `round copy ${round.id}`, value, restore: setValue });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await act({ input: { ...value, id: round.id } });
    if (!done?.copyRound.round) return;
    draft.saved();
    await navigate(`/${language}/app/rounds/${done.copyRound.round.code}/edit`);
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
        onChange={(names) => setValue({ ...value, names: textInput(names) })}
      />
      <div className={styles.pair}>
        <TextInput
          id="code"
          label={t("form.code")}
          description={t("form.codeHint")}
          value={value.code}
          onChange={(event) => setValue({ ...value, code: event.currentTarget.value })}
        />
        <TextInput
          id="months"
          label={t("copy.months")}
          inputMode="numeric"
          value={String(value.months)}
          onChange={(event) => setValue({ ...value, months: Number(event.currentTarget.value.replace(/\D/g, "")) })}
        />
      </div>
      <div>
        <Button type="submit" loading={busy}>
          {t("copy.do")}
        </Button>
      </div>
    </form>
  );
}

/** The code with the year in it one later. */
function nextCode(code: string): string {
  return code.replace(/\d{4}/, (year) => String(Number(year) + 1));
}
