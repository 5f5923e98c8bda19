import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@isonga/schema/languages";
import { Button, Checkbox, NumberInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { client } from "../../../lib/apollo/client.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { outbox } from "../../../lib/offline/outbox.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { Section } from "../../../ui/page.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "../judges.module.css";
import { type TieDraft, tieInput } from "../tie-fields.tsx";
import { Conduct } from "./conduct.tsx";
import type { Ship } from "./judgeship-card.tsx";
import { ACCEPT } from "./judgeships.query.ts";
import { Ties } from "./ties.tsx";

/** The code of conduct, what the judge knows, what ties them, how much they take. */
export function AcceptForm({ ship }: { readonly ship: Ship }): ReactElement {
  const { t } = useTranslation("judges");
  const language = useLanguage();
  const navigate = useNavigate();
  const [agreed, setAgreed] = useState(!ship.conductDue);
  const [expertise, setExpertise] = useState<string[]>([...ship.expertise]);
  const [languages, setLanguages] = useState<string[]>(ship.languages.length > 0 ? [...ship.languages] : [language]);
  const [capacity, setCapacity] = useState<string | number>(ship.capacity ?? "");
  const [ties, setTies] = useState<readonly TieDraft[]>([]);
  const [noTies, setNoTies] = useState(ship.noTies);
  const { act, busy, failure } = useAct(ACCEPT);
  const problems = [...useFormProblems(failure)];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await act({
      input: {
        judgeId: ship.id,
        version: ship.version,
        conductVersion: ship.conductVersion,
        expertise,
        languages: LANGUAGES.filter((one): one is Language => languages.includes(one)),
        capacity: capacity === "" ? null : Number(capacity),
        noTies,
        ties: ties.map(tieInput),
      },
    });
    if (answer === null) return;
    client.cache.evict({ fieldName: "judgeships" });
    // What was done before and refused until now.
    outbox.retry();
    void navigate(`/${language}/app/judging`);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      <Conduct ship={ship} agreed={agreed} onAgree={setAgreed} />
      <Section title={t("accept.know")}>
        <div className={styles.form}>
          <Checkbox.Group
            id="expertise"
            label={t("accept.expertise")}
            description={t("accept.expertiseHint")}
            value={expertise}
            onChange={setExpertise}
          >
            <Choices choices={ship.expertiseChoices.map(({ code, name }) => ({ value: code, label: name }))} />
          </Checkbox.Group>
          <Checkbox.Group id="languages" label={t("accept.languages")} value={languages} onChange={setLanguages}>
            <Choices choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} />
          </Checkbox.Group>
          <NumberInput
            id="capacity"
            label={t("capacity")}
            description={t("capacityHint")}
            min={0}
            max={1000}
            allowDecimal={false}
            allowNegative={false}
            value={capacity}
            onChange={setCapacity}
          />
        </div>
      </Section>
      <Section title={t("accept.ties")}>
        <Ties said={ship.ties} ties={ties} onTies={setTies} noTies={noTies} onNoTies={setNoTies} />
      </Section>
      <div className={styles.acts}>
        <Button type="submit" loading={busy} disabled={!agreed}>
          {t(ship.conductDue ? "accept.do" : "accept.save")}
        </Button>
      </div>
      {agreed ? null : <p className={styles.quiet}>{t("accept.first")}</p>}
    </form>
  );
}

function Choices({ choices }: { readonly choices: readonly { readonly value: string; readonly label: string }[] }): ReactElement {
  return (
    <div className={styles.list} style={{ gap: "var(--space-2)", marginBlockStart: "var(--space-2)" }}>
      {choices.map(({ value, label }) => (
        <Checkbox key={value} value={value} label={label} />
      ))}
    </div>
  );
}
