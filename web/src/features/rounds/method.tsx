import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./method.module.css";
import { Measures } from "./method-measures.tsx";
import type { RoundParts } from "./use-round.ts";

export type InstrumentParts = NonNullable<RoundParts["instrument"]>;

/** How a round is scored, in plain words and numbers. */
export function Method({ instrument }: { readonly instrument: InstrumentParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  return (
    <>
      <p className={styles.lead}>{t("method.lead")}</p>
      <Measures metrics={instrument.metrics} />
      <dl className={styles.facts}>
        <Fact term={t("method.window")}>
          {format.month(instrument.from)} – {format.month(instrument.to)}
        </Fact>
        <Fact term={t("method.eligible")}>
          <ul>
            <li>{t("method.minVolume", { count: instrument.minVolume })}</li>
            <li>{t("method.minCompleteness", { share: percent(instrument.minCompleteness) })}</li>
          </ul>
        </Fact>
        <Fact term={t("method.reporting")}>{instrument.reportingLevel.name}</Fact>
        <Fact term={t("method.levels")}>{format.list(instrument.levels.map((level) => level.name))}</Fact>
        <Fact term={t("method.services")}>
          {instrument.services === null ? t("method.allServices") : format.list(instrument.services.map((service) => service.name))}
        </Fact>
        <Fact term={t("method.ties")}>
          <Ties instrument={instrument} />
        </Fact>
        <Fact term={t("method.prizes")}>
          <Prizes instrument={instrument} />
        </Fact>
        {instrument.recognitionRoles.length === 0 ? null : (
          <Fact term={t("method.roles")}>
            <ul>
              {instrument.recognitionRoles.map((role) => (
                <li key={role.code}>{role.name}</li>
              ))}
            </ul>
          </Fact>
        )}
        {instrument.weightsNote === "" ? null : <Fact term={t("method.weights")}>{instrument.weightsNote}</Fact>}
      </dl>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Ties({ instrument }: { readonly instrument: InstrumentParts }): ReactElement {
  const { t } = useTranslation("rounds");
  if (instrument.tieBreaks.length === 0) return <>{t("method.tiesNone")}</>;
  return (
    <ol>
      {instrument.tieBreaks.map(({ rule, metric }) => (
        <li key={`${rule} ${metric}`}>{t(`method.tie.${rule}`, { metric: metric ? t(`metric.${metric}`) : "" })}</li>
      ))}
    </ol>
  );
}

function Prizes({ instrument }: { readonly instrument: InstrumentParts }): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <ul>
      {instrument.prizes.map(({ code, name, level, places, within }) => (
        <li key={code}>
          <strong>{name}</strong>
          <br />
          {t("method.prizeWhere", { count: places, level: level.name })}
          {within ? `, ${t("method.within", { level: within.name })}` : null}
        </li>
      ))}
    </ul>
  );
}

/** A share of one as percent, exactly: "0.9" → "90". */
function percent(share: string): string {
  const [whole = "0", places = ""] = share.split(".");
  const digits = `${whole}${places.padEnd(2, "0")}`;
  const at = digits.length - Math.max(places.length - 2, 0);
  return `${digits.slice(0, at).replace(/^0+(?=\d)/, "")}${at < digits.length ? `.${digits.slice(at)}` : ""}`;
}
