import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import styles from "./assignment.module.css";
import type { Assigned, StageEntry } from "./assignment.query.ts";
import { useReasonWords } from "./reasons.ts";
import { type AssignmentContext, type StageJudge, useSetSearch } from "./use-assignment.ts";

/** Rows that are shown at once; a national round has a thousand. */
const PAGE = 60;

/** Entries against judges: a sign where they belong together, another where the card is signed. Names lead to what can be changed by hand. */
export function MatrixTab({ entries, judges, assigned, short, stage, mayAssign }: AssignmentContext): ReactElement {
  const { t } = useTranslation("assignment");
  const [search] = useSearchParams();
  const setSearch = useSetSearch();
  const [shown, setShown] = useState(PAGE);
  const pairs = useMemo(() => new Map(assigned.map((pair) => [`${pair.entryId} ${pair.judgeId}`, pair])), [assigned]);
  const isNarrow = search.get("short") === "1";
  const rows = isNarrow ? short : entries;
  if (entries.length === 0) return <EmptyState what={t("empty.entries")} />;
  if (judges.length === 0) return <EmptyState what={t("empty.judges")} />;
  return (
    <>
      <div className={styles.tools}>
        <Checkbox
          label={t("matrix.onlyShort")}
          checked={isNarrow}
          onChange={(event) => setSearch({ short: event.currentTarget.checked ? "1" : null })}
        />
        <p className={styles.legend}>
          <Sign pair={{ signed: false }} /> {t("matrix.given")} <Sign pair={{ signed: true }} /> {t("matrix.signed")}
        </p>
      </div>
      {rows.length === 0 ? (
        <EmptyState what={t("matrix.noneShort")} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        <section className={styles.scroll} aria-label={t("matrix.caption")} tabIndex={0}>
          <table className={styles.matrix}>
            <caption className={styles.hidden}>{t("matrix.caption")}</caption>
            <Head judges={judges} mayAssign={mayAssign} />
            <tbody>
              {rows.slice(0, shown).map((entry) => (
                <Row key={entry.id} entry={entry} judges={judges} pairs={pairs} needed={stage.judgesPerEntry} mayAssign={mayAssign} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > shown ? (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t("matrix.more", { count: rows.length - shown })}
        </Button>
      ) : null}
    </>
  );
}

function Head({ judges, mayAssign }: { readonly judges: readonly StageJudge[]; readonly mayAssign: boolean }): ReactElement {
  const { t } = useTranslation("assignment");
  return (
    <thead>
      <tr>
        <th scope="col">{t("entry")}</th>
        <th scope="col">{t("count")}</th>
        {judges.map(({ id, code, name }) => (
          <th key={id} scope="col">
            {mayAssign ? (
              <Link to={`judges/${code}`} preventScrollReset title={name} aria-label={t("judgeOf", { code, name })}>
                {code}
              </Link>
            ) : (
              <span title={name}>{code}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type RowProps = {
  readonly entry: StageEntry;
  readonly judges: readonly StageJudge[];
  readonly pairs: ReadonlyMap<string, Assigned>;
  readonly needed: number;
  readonly mayAssign: boolean;
};

function Row({ entry, judges, pairs, needed, mayAssign }: RowProps): ReactElement {
  const { t } = useTranslation("assignment");
  const why = useReasonWords();
  const { reference, title, calibration } = entry;
  const held = judges.map((judge) => pairs.get(`${entry.id} ${judge.id}`) ?? null);
  const count = held.filter((pair) => pair !== null).length;
  return (
    <tr>
      <th scope="row">
        {mayAssign ? (
          <Link to={`entries/${reference}`} preventScrollReset>
            {reference}
          </Link>
        ) : (
          reference
        )}
        <span className={styles.title}>{title}</span>
      </th>
      <td data-short={!calibration && count < needed}>
        {calibration ? t("matrix.calibration", { count }) : t("matrix.countOf", { count, needed })}
      </td>
      {judges.map(({ id, code }, column) => {
        const pair = held[column];
        return (
          <td
            key={id}
            title={pair ? t("matrix.cell", { code, why: why(pair.because) || t(`origin.${originOf(pair.origin)}`) }) : undefined}
          >
            {pair ? <Sign pair={pair} isNamed /> : null}
          </td>
        );
      })}
    </tr>
  );
}

/** How a pair came about, as these words know it. */
export function originOf(origin: string): "AUTOMATIC" | "HAND" | "FILE" | "CALIBRATION" | "REPLACEMENT" {
  return (["HAND", "FILE", "CALIBRATION", "REPLACEMENT"] as const).find((known) => known === origin) ?? "AUTOMATIC";
}

/** A pair by its sign; `isNamed` says it in words too, where no legend stands beside. */
function Sign({ pair, isNamed = false }: { readonly pair: { readonly signed: boolean }; readonly isNamed?: boolean }): ReactElement {
  const { t } = useTranslation("assignment");
  return (
    <>
      <span className={styles.sign} data-signed={pair.signed} aria-hidden="true">
        {pair.signed ? "✓" : "●"}
      </span>
      {isNamed ? <span className={styles.hidden}>{t(pair.signed ? "matrix.signed" : "matrix.given")}</span> : null}
    </>
  );
}
