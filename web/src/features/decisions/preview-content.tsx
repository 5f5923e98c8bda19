import type { PublishedLevel, PublishedPlace, PublishedPrize, PublishedRow } from "@isonga/schema/published-result";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { type Format, useFormat } from "../../ui/use-format.ts";
import styles from "./decisions.module.css";
import type { Content } from "./publish.page.tsx";

/** The results as they would be published: winners first, then each level in full. */
export function PreviewContent({ content }: { readonly content: Content }): ReactElement {
  const { t } = useTranslation("decisions");
  const rows = content.levels.flatMap((level) => level.rows);
  return (
    <>
      <Section title={t("publish.winners")}>
        <div className={styles.slots}>
          {content.prizes.map((prize) => (
            <Prize key={`${prize.prize} ${prize.within?.code}`} prize={prize} rows={rows} />
          ))}
        </div>
      </Section>
      {content.levels.map((level) => (
        <Level key={level.level} level={level} />
      ))}
    </>
  );
}

function Prize({ prize, rows }: { readonly prize: PublishedPrize; readonly rows: readonly PublishedRow[] }): ReactElement {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const name = format.text(prize.names);
  return (
    <article className={styles.slot}>
      <h3 className={styles.slotTitle}>
        {prize.within ? t("prizes.within", { prize: name, area: placeName(prize.within, format) }) : name}
      </h3>
      {prize.winners.length === 0 && prize.withheld.length === 0 ? <p className={styles.text}>{t("publish.noWinner")}</p> : null}
      {prize.withheld.map((withheld) => (
        <p key={withheld.place} className={styles.text}>
          {t("publish.withheld", withheld)}
        </p>
      ))}
      <ol className={styles.winners}>
        {prize.winners.map((winner) => {
          const row = rows.find(({ subject }) => subject.id === winner.subject.id);
          const officials = (row?.recognitions ?? []).map((official) =>
            t("publish.official", { name: official.personName, role: format.text(official.roleNames) }),
          );
          return (
            <li key={winner.subject.id} className={styles.winner} data-gold={winner.place === 1}>
              <span className={styles.who}>
                <span className={styles.place}>{t("prizes.place", { place: winner.place })}</span>
                <strong>{placeName(winner.subject, format)}</strong>
                <span className={styles.quiet}>
                  {[row ? wayOf(row, format) : "", t("prizes.rankScore", { rank: winner.rank, score: winner.score })]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              {winner.reason ? <p className={styles.reason}>{t("prizes.reason", { reason: winner.reason })}</p> : null}
              {officials.length > 0 ? <p className={styles.reason}>{t("publish.officials", { names: officials })}</p> : null}
              {row?.note ? <p className={styles.reason}>{format.text(row.note)}</p> : null}
            </li>
          );
        })}
      </ol>
    </article>
  );
}

function Level({ level }: { readonly level: PublishedLevel }): ReactElement {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const title = t("publish.table", { level: format.text(level.names) });
  const columns = useMemo<readonly Column<PublishedRow>[]>(
    () => [
      { id: "rank", header: t("publish.rank"), value: (row) => row.rank, numeric: true },
      {
        id: "area",
        header: t("publish.area"),
        value: (row) => [placeName(row.subject, format), wayOf(row, format)].filter(Boolean).join(", "),
        heading: true,
      },
      {
        id: "score",
        header: t("publish.score"),
        value: (row) => row.score,
        cell: (row) => (row.score === null ? "–" : format.decimal(row.score, 2)),
        numeric: true,
      },
    ],
    [t, format],
  );
  const ranked = level.rows.filter(({ rank }) => rank !== null);
  const others = level.rows.filter(({ rank }) => rank === null).map((row) => placeName(row.subject, format));
  return (
    <Section title={title}>
      <div className={styles.scroll}>
        <DataTable
          name={`${level.level.toLowerCase()}.`}
          plain
          phone="scroll"
          label={title}
          columns={columns}
          rows={ranked}
          rowKey={(row) => row.subject.id}
          empty={{ what: t("publish.noWinner") }}
        />
      </div>
      {others.length > 0 ? <p className={styles.text}>{t("publish.notRanked", { names: others })}</p> : null}
    </Section>
  );
}

function placeName(place: PublishedPlace, format: Format): string {
  return place.names[format.language] || place.names.en || place.name;
}

function wayOf(row: PublishedRow, format: Format): string {
  return row.ancestors
    .slice(1)
    .map((place) => placeName(place, format))
    .reverse()
    .join(", ");
}
