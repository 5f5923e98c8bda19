import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./area.module.css";
import type { Area } from "./area-query.ts";
import { useValidity } from "./use-validity.ts";

/** What is known of an area, in a few facts. */
export function AreaOverview({ area }: { readonly area: Area }): ReactElement {
  const { t } = useTranslation("places");
  const format = useFormat();
  const validity = useValidity();
  return (
    <dl className={styles.facts}>
      {area.name === area.officialName ? null : <Fact name={t("area.official")}>{area.officialName}</Fact>}
      <Fact name={t("area.codes")}>{area.codes.map(({ system, code }) => `${system.toUpperCase()} ${code}`).join(", ")}</Fact>
      <Fact name={t("area.population")}>{area.population === null ? t("area.unknown") : format.number(area.population)}</Fact>
      <Fact name={t("area.leagues")}>
        {area.leagues.length === 0 ? t("area.noLeagues") : format.list(area.leagues.map(({ name }) => name))}
      </Fact>
      <Fact name={t("area.validity")}>{validity(area) ?? t("area.always")}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
