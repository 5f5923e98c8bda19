import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { Fact } from "../method/fact.tsx";
import styles from "../method/method.module.css";
import type { JudgingStageValue, JuryDefinition } from "./jury-definition.ts";
import { Rubric } from "./rubric.tsx";

/** What is said of a jury's instrument: its definition, and the names of the round's stages by their codes. */
export type JuryProps = { readonly jury: JuryDefinition; readonly nameOf: (stage: string) => string };

/** How juries come to a score in a few sentences, and what each stage weighs in it. */
export function JuryFormula({ jury, nameOf }: JuryProps): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const all = jury.judging.reduce((sum, { weight }) => sum + Number(weight), 0);
  return (
    <>
      <p className={styles.lead}>{t("jury.lead")}</p>
      <ul className={styles.measures}>
        {jury.judging.map(({ stage, weight }) => (
          <li key={stage} className={styles.measure}>
            <div className={styles.head}>
              <span>{nameOf(stage)}</span>
              <span>{Number(weight) === 0 ? t("jury.decidesOnly") : t("jury.weight", { weight: format.decimal(String(weight)) })}</span>
            </div>
            <div className={styles.bar} aria-hidden="true">
              <span className={styles.fill} style={{ inlineSize: `${all === 0 ? 0 : (Number(weight) / all) * 100}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The rules for equal scores and the public objection. */
export function JuryFacts({ jury, nameOf }: JuryProps): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const { objection, tieBreaks } = jury;
  return (
    <>
      <Fact term={t("method.ties")}>
        {tieBreaks.length === 0 ? (
          t("method.tiesNone")
        ) : (
          <ol>
            {tieBreaks.map(({ rule, stage, atMost }) => (
              <li key={`${rule} ${stage}`}>
                {rule === "HIGHER_STAGE" && stage
                  ? t("jury.higherStage", { stage: nameOf(stage) })
                  : rule === "FEWER_LOW_MARKS" && atMost !== undefined
                    ? t("jury.fewerLow", { mark: format.decimal(String(atMost)) })
                    : t(`method.tie.${rule}`)}
              </li>
            ))}
          </ol>
        )}
      </Fact>
      {objection ? (
        <Fact term={t("kind.OBJECTION")}>
          {t("jury.objection", { stage: nameOf(objection.after), grounds: objection.grounds.map(({ names }) => format.text(names)) })}
        </Fact>
      ) : null}
    </>
  );
}

/** Each judging stage: its panels, who judges how, who goes on, what judges see, what applicants learn, and its rubric. */
export function JuryStages({ jury, nameOf }: JuryProps): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  return (
    <div className={styles.rows}>
      {jury.judging.map((stage) => (
        <section key={stage.stage} aria-labelledby={`judging-${stage.stage}`}>
          <h3 id={`judging-${stage.stage}`}>{nameOf(stage.stage)}</h3>
          <dl className={styles.facts}>
            <StageFacts stage={stage} />
          </dl>
          {stage.criteria.length > 0 ? <Rubric name={nameOf(stage.stage)} code={stage.stage} criteria={stage.criteria} /> : null}
          {stage.failReasons.length > 0 ? (
            <p>{t("jury.failReasons", { reasons: stage.failReasons.map(({ names }) => format.text(names)) })}</p>
          ) : null}
        </section>
      ))}
    </div>
  );
}

function StageFacts({ stage }: { readonly stage: JudgingStageValue }): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const { cut, others, calibration, panels } = stage;
  return (
    <>
      <Fact term={t("jury.how")}>
        {t(`jury.form.${stage.form}`)}: {t(`jury.mode.${stage.mode}`)}
        <br />
        {t("jury.judges", { count: Number(stage.judgesPerEntry) })}
        {Number(calibration) > 0 ? ` ${t("jury.calibration", { count: Number(calibration) })}` : null}
        {stage.mean === "TRIMMED" ? ` ${t("jury.trimmed")}` : null}
      </Fact>
      {panels.length > 1 ? <Fact term={t("jury.panels")}>{format.list(panels.map(({ names }) => format.text(names)))}</Fact> : null}
      <Fact term={t("jury.cut")}>
        {cut.kind === "TOP"
          ? t(`jury.top.${cut.within}`, { count: Number(cut.places) })
          : cut.kind === "THRESHOLD"
            ? t("jury.threshold", { from: format.decimal(String(cut.from)) })
            : t("jury.everybody")}
      </Fact>
      <Fact term={t("jury.sees")}>
        {t(`jury.others.${others.when}`)}
        {others.when === "NEVER" ? null : ` ${t(`jury.what.${others.what}`)}`}
        {stage.blind.length > 0 ? ` ${t("jury.blind", { fields: stage.blind.map((key) => blindName(key, t)) })}` : null}
      </Fact>
      <Fact term={t("jury.applicants")}>{t(`jury.feedback.${stage.feedback}`)}</Fact>
    </>
  );
}

/** The three parts that every entry has are named; fields of the form are known by their keys. */
function blindName(key: string, t: (key: "jury.hidden.title" | "jury.hidden.agency" | "jury.hidden.jurisdiction") => string): string {
  return key === "title" || key === "agency" || key === "jurisdiction" ? t(`jury.hidden.${key}`) : key;
}
