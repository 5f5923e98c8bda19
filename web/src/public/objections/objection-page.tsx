import type { RefusalCode } from "@isonga/schema/refusal-codes";
import { refusalWords } from "@isonga/schema/refusal-words";
import type { ReactElement } from "react";
import type { PublicObjectionsQuery } from "../gql/graphql.ts";
import { Illustrative, PageFrame } from "../page-frame.tsx";
import { Stages } from "../stages.tsx";
import type { PublicKey, Words } from "../words.ts";

type Round = NonNullable<PublicObjectionsQuery["round"]>;
type Shortlist = NonNullable<Round["shortlist"]>;

/** What was sent and refused: nothing that was typed is lost. */
export type PostedObjection = {
  readonly values: Readonly<Record<string, string>>;
  readonly refusals: readonly {
    readonly code: RefusalCode;
    readonly field: string | null;
    readonly values: Readonly<Record<string, string | number>>;
  }[];
};

export type ObjectionPageProps = {
  readonly words: Words;
  readonly origin: string;
  readonly round: Round;
  readonly path: string;
  readonly posted: PostedObjection | null;
  /** Whether an objection has just been taken. */
  readonly isMade: boolean;
};

/** The shortlist of a round, and a form to object to an entry on it; without any script. */
export function ObjectionPage({ words, origin, round, path, posted, isMade }: ObjectionPageProps): ReactElement {
  const { t } = words;
  const { shortlist } = round;
  const title = t("objections.title", { round: words.text(round.names) });
  return (
    <PageFrame words={words} title={`${title} · ${t("product")}`} description={t("objections.lead")} here={path} origin={origin}>
      <p className="crumbs">{words.text(round.programme.names)}</p>
      <h1>{title}</h1>
      {round.illustrative ? <Illustrative words={words} /> : null}
      {isMade ? (
        <p className="illustrative" role="status">
          {t("objections.made")}
        </p>
      ) : null}
      {shortlist ? <Listed words={words} round={round} shortlist={shortlist} posted={posted} /> : <p>{t("objections.notYet")}</p>}
      <Stages words={words} stages={round.stages} timeZone={round.timeZone} />
    </PageFrame>
  );
}

type ListedProps = Pick<ObjectionPageProps, "words" | "round" | "posted"> & { readonly shortlist: Shortlist };

function Listed({ words, round, shortlist, posted }: ListedProps): ReactElement {
  const { t } = words;
  const until = words.dateTime(shortlist.endsAt, round.timeZone);
  return (
    <>
      <p>{t("objections.lead")}</p>
      <p className="quiet">{t(shortlist.isOpen ? "objections.until" : "objections.over", { until })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("entry")}</th>
            <th scope="col">{t("area")}</th>
          </tr>
        </thead>
        <tbody>
          {shortlist.entries.map(({ reference, title, office, area }) => (
            <tr key={reference}>
              <td className="subject">
                <strong>{title}</strong>
                <span className="path">{[reference, office].filter(Boolean).join(" · ")}</span>
              </td>
              <td>{area}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shortlist.isOpen ? <ObjectionForm words={words} round={round} shortlist={shortlist} posted={posted} /> : null}
    </>
  );
}

function ObjectionForm({ words, round, shortlist, posted }: ListedProps): ReactElement {
  const { t } = words;
  const typed = posted?.values ?? {};
  const problems = posted?.refusals ?? [];
  return (
    <section aria-labelledby="object">
      <h2 id="object">{t("objections.form")}</h2>
      {problems.length > 0 ? (
        <div className="illustrative" role="alert">
          <p>{t("objections.problems")}</p>
          <ul>
            {problems.map(({ code, field, values }) => (
              <li key={`${code} ${field}`}>
                {field ? <a href={`#${field}`}>{t(`objections.field.${field}` as PublicKey)}: </a> : null}
                {refusalWords(words.language, code, values)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <form method="post" action={`/${words.language}/objections/${encodeURIComponent(round.code)}#object`} className="form">
        <Choice
          name="entry"
          label={t("objections.field.entry")}
          typed={typed}
          options={shortlist.entries.map(({ reference, title }) => [reference, `${reference} · ${title}`])}
        />
        <Choice
          name="ground"
          label={t("objections.field.ground")}
          typed={typed}
          options={shortlist.grounds.map(({ code, names }) => [code, words.text(names)])}
        />
        <label htmlFor="text">{t("objections.field.text")}</label>
        <textarea id="text" name="text" rows={8} maxLength={2000} required defaultValue={typed["text"]} />
        <label htmlFor="name">{t("objections.field.name")}</label>
        <input id="name" name="name" autoComplete="name" maxLength={200} required defaultValue={typed["name"]} />
        <label htmlFor="email">{t("objections.field.email")}</label>
        <input id="email" name="email" type="email" autoComplete="email" maxLength={200} required defaultValue={typed["email"]} />
        <p className="quiet">{t("objections.private")}</p>
        <p className="trap" aria-hidden="true">
          <label htmlFor="website">{t("objections.field.website")}</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </p>
        <button type="submit">{t("objections.send")}</button>
      </form>
    </section>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly options: readonly (readonly [value: string, label: string])[];
};

function Choice({ name, label, typed, options }: ChoiceProps): ReactElement {
  return (
    <>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} required defaultValue={typed[name] ?? ""}>
        <option value="" />
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}
