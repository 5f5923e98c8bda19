import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icons.tsx";
import { Section } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { IndexScale } from "./index-scale.tsx";
import { Parts } from "./parts.tsx";
import styles from "./region.module.css";
import type { IndexSide, Region, Rules } from "./region.query.ts";
import { difference, toNext } from "./what-if-model.ts";

export type Sides = { readonly claimed: IndexSide; readonly verified: IndexSide };

/** The index at a glance: verified and claimed, category, change, distance to the next category, ranks, parts. */
export function Overview(props: { readonly region: Region; readonly rules: Rules; readonly sides: Sides }): ReactElement {
  const { t } = useTranslation("regions");
  const { region, rules, sides } = props;
  return (
    <>
      <div className={styles.glance}>
        <div className={styles.indices}>
          <Figure label={t("verified")} side={sides.verified} main />
          <Figure label={t("claimed")} side={sides.claimed} />
        </div>
        <div className={styles.facts}>
          <Change region={region} verified={sides.verified} />
          <Next rules={rules} verified={sides.verified} />
          <Ranks region={region} />
        </div>
      </div>
      <IndexScale rules={rules} verified={sides.verified.index} claimed={sides.claimed.index} />
      <Section title={t("parts.title")}>
        <Parts rules={rules} sides={sides} />
      </Section>
    </>
  );
}

function Figure(props: { readonly label: string; readonly side: IndexSide; readonly main?: boolean }): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  const { label, side, main } = props;
  return (
    <div className={styles.figure} data-main={main === true}>
      <span className={styles.figureLabel}>{label}</span>
      <strong className={styles.figureValue}>{format.decimal(side.index, 2)}</strong>
      {main === true ? (
        <StateBadge kind="prize" word={side.category?.name ?? t("noCategory")} />
      ) : (
        <span className={styles.quiet}>{side.category?.name ?? t("noCategory")}</span>
      )}
    </div>
  );
}

function Change({ region, verified }: { readonly region: Region; readonly verified: IndexSide }): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  const { previous } = region;
  if (!previous) return <p className={styles.fact}>{t("change.none")}</p>;
  const change = difference(verified.index, previous.index);
  const way = change.startsWith("+") ? "up" : change.startsWith("-") ? "down" : null;
  const points = format.decimal(change.replace(/^[+-]/, ""), 2);
  const words = { points, before: format.decimal(previous.index, 2), round: previous.roundName };
  return (
    <p className={styles.fact} data-way={way ?? "same"}>
      {way ? <Icon name={way} size={18} /> : null}
      {t(way === null ? "change.same" : `change.${way}`, words)}
    </p>
  );
}

function Next({ rules, verified }: { readonly rules: Rules; readonly verified: IndexSide }): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  const next = toNext(rules.parameters.categories, verified.index);
  if (!next) return <p className={styles.fact}>{t("next.highest")}</p>;
  return <p className={styles.fact}>{t("next.missing", { points: format.decimal(next.missing, 2), category: next.category.name })}</p>;
}

function Ranks({ region }: { readonly region: Region }): ReactElement {
  const { t } = useTranslation("regions");
  if (region.rankSource === null) return <p className={styles.fact}>{t("ranks.waiting")}</p>;
  if (region.peers.length === 0) return <p className={styles.fact}>{t("ranks.none")}</p>;
  return (
    <div>
      <ul className={styles.ranks}>
        {region.peers.map(({ kind, name, rank, count }) => (
          <li key={`${kind} ${name}`}>{t(`ranks.${kind}`, { name: name ?? "", rank, count })}</li>
        ))}
      </ul>
      <p className={styles.quiet}>{t(`ranks.from.${region.rankSource}`)}</p>
    </div>
  );
}
