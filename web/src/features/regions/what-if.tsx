import { Button, SegmentedControl } from "@mantine/core";
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { Sides } from "./overview.tsx";
import region from "./region.module.css";
import type { OwnLevel, Rules } from "./region.query.ts";
import styles from "./what-if.module.css";
import { WhatIfControls } from "./what-if-controls.tsx";
import { type Base, baseOf, difference, toNext, tryOut, type WhatIf, waysUp } from "./what-if-model.ts";

export type WhatIfPanelProps = { readonly rules: Rules; readonly sides: Sides; readonly own: readonly OwnLevel[] };

/** Tries out other figures, computed here by the arithmetic of the standing and kept nowhere. */
export function WhatIfPanel({ rules, sides, own }: WhatIfPanelProps): ReactElement {
  const { t } = useTranslation("regions");
  const [from, setFrom] = useState<"verified" | "claimed">("verified");
  const base = useMemo(() => baseOf(sides[from], own, from), [sides, own, from]);
  const [changed, setChanged] = useState<WhatIf | null>(null);
  const whatIf = changed ?? base.start;
  const begin = (side: "verified" | "claimed") => {
    setFrom(side);
    setChanged(null);
  };
  return (
    <div className={styles.whatIf}>
      <p className={region.quiet}>{t("whatIf.lead")}</p>
      <div className={styles.whatIfTools}>
        <SegmentedControl
          aria-label={t("whatIf.from")}
          classNames={{ label: styles.segment }}
          value={from}
          onChange={(value) => begin(value === "claimed" ? "claimed" : "verified")}
          data={[
            { value: "verified", label: t("whatIf.fromVerified") },
            { value: "claimed", label: t("whatIf.fromClaimed") },
          ]}
        />
        <Button variant="default" disabled={changed === null} onClick={() => setChanged(null)}>
          {t("whatIf.reset")}
        </Button>
      </div>
      <div className={styles.whatIfGrid}>
        <WhatIfControls rules={rules} whatIf={whatIf} change={(part) => setChanged({ ...whatIf, ...part })} />
        <Outcome rules={rules} base={base} whatIf={whatIf} now={sides[from].index} />
      </div>
    </div>
  );
}

type OutcomeProps = { readonly rules: Rules; readonly base: Base; readonly whatIf: WhatIf; readonly now: string };

function Outcome({ rules, base, whatIf, now }: OutcomeProps): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  const result = tryOut(rules, base, whatIf);
  const change = difference(result.index, now);
  const category = rules.parameters.categories.find(({ code }) => code === result.category);
  const points = {
    spd: format.decimal(result.spd, 2),
    maturity: format.decimal(result.maturityPart, 2),
    count: format.decimal(result.count, 2),
  };
  return (
    <div className={styles.outcome} aria-live="polite" data-testid="what-if-outcome">
      <StateBadge kind="draft" word={t("whatIf.mark")} />
      <strong className={region.figureValue} data-testid="what-if-index">
        {format.decimal(result.index, 2)}
      </strong>
      <span>{category?.name ?? t("noCategory")}</span>
      <span className={region.quiet}>
        {change.length > 0 && !/^[+-]/.test(change)
          ? t("whatIf.same")
          : t(change.startsWith("+") ? "whatIf.more" : "whatIf.less", {
              points: format.decimal(change.slice(1), 2),
              now: format.decimal(now, 2),
            })}
      </span>
      <span className={styles.formula}>{t("whatIf.formula", { ...points, maximum: rules.parameters.maximum, index: result.index })}</span>
      {result.countScores ? null : <span>{t("whatIf.noCount", { needed: rules.parameters.basicAffairsAtLeast ?? 0 })}</span>}
      <Ways rules={rules} base={base} whatIf={whatIf} index={result.index} />
    </div>
  );
}

function Ways({ rules, base, whatIf, index }: Omit<OutcomeProps, "now"> & { readonly index: string }): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  const next = toNext(rules.parameters.categories, index);
  const ways = waysUp(rules, base, whatIf);
  if (!next || !ways) return <p>{t("next.highest")}</p>;
  const { innovations, mean, spd } = ways;
  const none = innovations === null && mean === null && spd === null;
  return (
    <div>
      <p className={styles.waysTitle}>{t("ways.title", { category: next.category.name, from: format.decimal(next.category.from, 2) })}</p>
      {none ? (
        <p className={region.quiet}>{t("ways.none")}</p>
      ) : (
        <ul className={styles.ways}>
          {innovations === null ? null : <li>{t("ways.innovations", { count: innovations })}</li>}
          {mean === null ? null : <li>{t("ways.mean", { mean: format.decimal(mean, 2) })}</li>}
          {spd === null ? null : <li>{t("ways.spd", { spd: format.decimal(spd, 2) })}</li>}
        </ul>
      )}
    </div>
  );
}
