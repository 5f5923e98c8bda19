import { shownFields } from "@isonga/schema/entry-answers";
import type { FormField, FormTask } from "@isonga/schema/entry-form";
import type { Language } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./entry-sheet.module.css";
import type { EntryView } from "./entry-view.ts";
import { type KnownForm, type KnownIndicator, type KnownInstrument, rowsOf } from "./known-entry.ts";
import { useAnswerWords } from "./use-answer-words.ts";

/** What a sheet shows: a form with its rows, and, unless it is blank, what is answered and claimed. */
export type SheetOf = {
  readonly form: KnownForm;
  readonly instrument: KnownInstrument;
  readonly filled: (Pick<EntryView, "answers" | "claims"> & { readonly language: Language; readonly copied: boolean }) | null;
};

/** The whole of an entry, or of a blank form, on one page: for reading through and for printing. */
export function EntrySheet(props: SheetOf): ReactElement {
  const format = useFormat();
  const { definition } = props.form;
  return (
    <div className={styles.sheet}>
      {definition.tasks
        .filter((task) => !task.last)
        .map((task) => (
          <section key={task.code} className={styles.task}>
            <h2>{format.text(task.title)}</h2>
            <Fields {...props} task={task} />
            {rowsOf(props.instrument, task).map((row) => (
              <Row key={row.code} row={row} sheet={props} />
            ))}
          </section>
        ))}
    </div>
  );
}

function Fields({ task, ...props }: SheetOf & { readonly task: FormTask }): ReactElement | null {
  const { filled } = props;
  const words = useAnswerWords(props.instrument);
  const format = useFormat();
  const fields = filled ? shownFields(task, { form: props.form.definition, ...filled }) : task.fields;
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map((field) => (
        <div key={field.key} className={styles.field}>
          <dt>{format.text(field.label)}</dt>
          <dd {...(filled && isText(field) ? { lang: filled.language } : {})}>
            {filled ? (
              <Answer text={words(field, filled.answers[field.key])} />
            ) : (
              <Blank field={field} affairs={props.instrument.affairs} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Answer({ text }: { readonly text: string }): ReactElement {
  const { t } = useTranslation("entries");
  return text === "" ? <span className={styles.none}>{t("sheet.empty")}</span> : <span className={styles.text}>{text}</span>;
}

/** Room to write by hand: boxes for choices, lines for text. */
function Blank({ field, affairs }: { readonly field: FormField; readonly affairs: KnownInstrument["affairs"] }): ReactElement {
  const { t } = useTranslation("common");
  const format = useFormat();
  const help = format.text(field.help);
  const choices =
    field.kind === "YES_NO"
      ? [t("yes"), t("no")]
      : field.kind === "AFFAIRS"
        ? affairs.map(({ name }) => name)
        : (field.options ?? []).map(({ label }) => format.text(label));
  return (
    <>
      {help === "" ? null : <p className={styles.help}>{help}</p>}
      {choices.length > 0 ? (
        <ul className={styles.boxes}>
          {choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      ) : (
        <span className={styles.room} data-long={field.kind === "LONG_TEXT"} />
      )}
    </>
  );
}

function Row({ row, sheet }: { readonly row: KnownIndicator; readonly sheet: SheetOf }): ReactElement {
  const { t } = useTranslation("entries");
  const claim = sheet.filled?.claims[row.code];
  const level = claim?.claimed ?? 0;
  const texts = [t("claim.none"), ...row.levels];
  return (
    <div className={styles.row}>
      <h3>{row.name}</h3>
      <p className={styles.help}>{t("claim.weight", { weight: row.weight, most: String(Number(row.weight) * 3) })}</p>
      {sheet.filled ? (
        <p>
          <strong>{t("claim.level", { level })}</strong> · {texts[level]} · {t("sheet.evidence", { count: claim?.evidence ?? 0 })}
        </p>
      ) : (
        <ul className={styles.boxes}>
          {texts.map((text, index) => (
            <li key={text}>
              {index} · {text}
            </li>
          ))}
        </ul>
      )}
      {sheet.filled || row.evidence === "" ? null : <p className={styles.help}>{row.evidence}</p>}
    </div>
  );
}

function isText({ kind }: FormField): boolean {
  return kind === "SHORT_TEXT" || kind === "LONG_TEXT";
}
