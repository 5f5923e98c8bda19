import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@isonga/schema/languages";
import { Select } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { InviteJudgesMutation } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "../judges.module.css";
import { InvitedLines } from "./invited-lines.tsx";
import { INVITE_JUDGES } from "./judges.query.ts";
import { type Seat, SeatFields } from "./seat-fields.tsx";
import { useDialog } from "./use-dialog.ts";

type Lines = NonNullable<InviteJudgesMutation["inviteJudges"]["lines"]>;

/** Invites one or many by their addresses: first shows what would be done, line by line, then does it. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  const { round, close, done } = useDialog();
  const pageLanguage = useLanguage();
  const [people, setPeople] = useState("");
  const [language, setLanguage] = useState<Language>(pageLanguage);
  const [seats, setSeats] = useState<readonly Seat[]>([]);
  const [waiting, setWaiting] = useState(false);
  const [lines, setLines] = useState<Lines | null>(null);
  const { act, busy, failure, forget } = useAct(INVITE_JUDGES);
  const problems = useFormProblems(failure);
  const able = lines?.filter(({ refusal }) => refusal === null).length ?? 0;
  const submit = async (): Promise<void> => {
    const dryRun = lines === null || able === 0;
    const answer = await act({ input: { roundId: round.id, people, language, seats: [...seats], waiting, dryRun } });
    if (answer === null) return;
    if (dryRun) setLines(answer.inviteJudges.lines ?? []);
    else done();
  };
  return (
    <RouteDialog
      title={t("invite.title")}
      act={lines !== null && able > 0 ? t("invite.do", { count: able }) : t("invite.check")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p className={styles.words}>{t("invite.lead")}</p>
      <GrowingText
        id="people"
        label={t("invite.people")}
        description={t("invite.peopleHint")}
        minRows={4}
        maxRows={12}
        data-autofocus
        value={people}
        onChange={(event) => {
          setPeople(event.currentTarget.value);
          setLines(null);
          forget();
        }}
      />
      {lines ? <InvitedLines lines={lines} /> : null}
      <Select
        id="language"
        label={t("invite.language")}
        description={t("invite.languageHint")}
        allowDeselect={false}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(value) => setLanguage(LANGUAGES.find((one) => one === value) ?? language)}
      />
      <SeatFields roundId={round.id} seats={seats} onSeats={setSeats} waiting={waiting} onWaiting={setWaiting} />
    </RouteDialog>
  );
}
