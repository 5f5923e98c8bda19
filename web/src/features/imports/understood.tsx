import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { Run } from "./import-run.page.tsx";
import styles from "./imports.module.css";

type Understanding = NonNullable<Run["understood"]>;

/** How the file was understood: its form, its columns, what of it was left alone, and the months in it. */
export function Understood({ understood }: { readonly understood: Understanding }): ReactElement {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const facts = new Map(understood.facts.map(({ name, value }) => [name, value]));
  const [from, to] = [facts.get("monthFrom"), facts.get("monthTo")];
  const [places, services] = [facts.get("places"), facts.get("services")];
  const [agencies, newAgencies] = [facts.get("agencies"), facts.get("newAgencies")];
  return (
    <Section title={t("understood.title")}>
      <ul className={styles.facts}>
        <li>{formLine(understood, t)}</li>
        {from && from === to ? <li>{t("understood.month", { month: format.month(from) })}</li> : null}
        {from && to && from !== to ? <li>{t("understood.months", { from: format.month(from), to: format.month(to) })}</li> : null}
        {places ? <li>{t("understood.places", { count: Number(places) })}</li> : null}
        {services ? <li>{t("understood.services", { count: Number(services) })}</li> : null}
        {agencies ? <li>{t("understood.agencies", { count: Number(agencies) })}</li> : null}
        {newAgencies && newAgencies !== "0" ? <li>{t("understood.newAgencies", { count: Number(newAgencies) })}</li> : null}
        <li>
          {t("understood.columns")}{" "}
          {understood.columns.map(({ column, header }, index) => (
            <span key={column}>
              {index > 0 ? ", " : null}
              <code>{header === column ? column : `${header} → ${column}`}</code>
            </span>
          ))}
        </li>
        {understood.ignored.length > 0 ? <li>{t("understood.ignored", { names: understood.ignored.join(", ") })}</li> : null}
      </ul>
    </Section>
  );
}

function formLine({ format, encoding, delimiter, sheet }: Understanding, t: ReturnType<typeof useTranslation<"imports">>["t"]): string {
  if (format === "XLSX") return t("understood.xlsx", { sheet: sheet ?? "" });
  if (format === "JSON") return t("understood.json");
  const separator = delimiter === ";" ? t("understood.semicolon") : delimiter === "\t" ? t("understood.tab") : t("understood.comma");
  return t("understood.csv", { encoding: (encoding ?? "").toUpperCase(), separator });
}
