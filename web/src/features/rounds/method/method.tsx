import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { isJuryDefinition } from "../jury/jury-definition.ts";
import { JuryFacts, JuryFormula, JuryStages } from "../jury/jury-method.tsx";
import { IndexPartsDocument } from "../round.query.ts";
import type { RoundParts } from "../use-round.ts";
import { Fact } from "./fact.tsx";
import { IndexFacts, IndexFormula, IndexRows } from "./index-method.tsx";
import styles from "./method.module.css";
import { Measures } from "./method-measures.tsx";

export type InstrumentParts = NonNullable<RoundParts["instrument"]>;

/** How a round is scored, in plain words and numbers. */
export function Method({
  instrument,
  stages,
}: {
  readonly instrument: InstrumentParts;
  readonly stages: RoundParts["stages"];
}): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const index = readFragment(IndexPartsDocument, instrument.index);
  const definition = instrument.definition as { readonly kind: string };
  const jury = isJuryDefinition(definition) ? definition : null;
  const nameOf = (stage: string): string => stages.find(({ code }) => code === stage)?.name ?? stage;
  return (
    <>
      {jury ? (
        <JuryFormula jury={jury} nameOf={nameOf} />
      ) : index ? (
        <IndexFormula index={index} />
      ) : (
        <>
          <p className={styles.lead}>{t("method.lead")}</p>
          <Measures metrics={instrument.metrics} />
        </>
      )}
      <dl className={styles.facts}>
        {jury ? (
          <JuryFacts jury={jury} nameOf={nameOf} />
        ) : (
          <>
            {index ? <IndexFacts index={index} /> : <PerformanceFacts instrument={instrument} />}
            <Fact term={t("method.levels")}>{format.list(instrument.levels.map((level) => level.name))}</Fact>
            <Fact term={t("method.ties")}>
              <Ties instrument={instrument} />
            </Fact>
          </>
        )}
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
      {index ? <IndexRows index={index} /> : null}
      {jury ? <JuryStages jury={jury} nameOf={nameOf} /> : null}
    </>
  );
}

function PerformanceFacts({ instrument }: { readonly instrument: InstrumentParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  return (
    <>
      <Fact term={t("method.window")}>
        {format.month(instrument.from ?? "")} – {format.month(instrument.to ?? "")}
      </Fact>
      <Fact term={t("method.eligible")}>
        <ul>
          <li>{t("method.minVolume", { count: instrument.minVolume ?? 0 })}</li>
          <li>{t("method.minCompleteness", { share: percent(instrument.minCompleteness ?? "0") })}</li>
        </ul>
      </Fact>
      <Fact term={t("method.reporting")}>{instrument.reportingLevel?.name}</Fact>
      <Fact term={t("method.services")}>
        {instrument.services === null ? t("method.allServices") : format.list(instrument.services.map((service) => service.name))}
      </Fact>
    </>
  );
}

function Ties({ instrument }: { readonly instrument: InstrumentParts }): ReactElement {
  const { t } = useTranslation("rounds");
  if (instrument.tieBreaks.length === 0) return <>{t("method.tiesNone")}</>;
  return (
    <ol>
      {instrument.tieBreaks.map(({ rule, metric, part }) => (
        <li key={`${rule} ${metric} ${part}`}>
          {t(`method.tie.${rule}`, { metric: metric ? t(`metric.${metric}`) : "", part: part ? t(`index.part.${part}`) : "" })}
        </li>
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
          {t("method.prizeWhere", { count: places, level: level.code === "ENTRY" ? t("jury.entries") : level.name })}
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
