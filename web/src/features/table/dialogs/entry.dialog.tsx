import { useQuery } from "@apollo/client/react";
import { Modal } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { SkeletonLines } from "../../../ui/page.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useNavigateOnce } from "../../../ui/use-navigate-once.ts";
import styles from "../table.module.css";
import { DiscussionCardsDocument, type TableEntry } from "../table.query.ts";
import { useTableContext } from "../use-table.ts";
import { Adjustment } from "./adjustment.tsx";
import { CardMarks } from "./card-marks.tsx";
import { SaidOfCards } from "./said-of-cards.tsx";

/** What an entry's numbers are made of: its cards mark by mark, its judges' severity in words and numbers, and what was said. */
export function Component(): ReactElement | null {
  const { t } = useTranslation(["table", "common"]);
  const { reference = "" } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigateOnce();
  const { table, refetch } = useTableContext();
  const entry = table.entries.find((one) => one.reference === reference);
  const {
    data,
    error,
    refetch: again,
  } = useQuery(DiscussionCardsDocument, {
    variables: { stageId: table.stage.id, entryId: entry?.id ?? "" },
    skip: !entry,
    fetchPolicy: "cache-and-network",
  });
  if (!entry) return null;
  const cards = data?.discussionCards ?? null;
  return (
    <Modal
      opened
      size="xl"
      title={t("entryCards.title", { reference, title: entry.title })}
      closeButtonProps={{ "aria-label": t("common:close") }}
      onClose={() => navigate(`../?${search}`, { preventScrollReset: true })}
    >
      <Score entry={entry} isTrimmed={table.mean === "TRIMMED"} />
      {error && !cards ? <QueryError error={error} /> : null}
      {cards ? <CardMarks cards={cards} table={table} reference={reference} /> : error ? null : <SkeletonLines lines={4} />}
      <Adjustment entry={entry} judges={table.judges} />
      {cards ? <SaidOfCards cards={cards} stage={table.stage} onReopened={() => void Promise.all([refetch(), again()])} /> : null}
    </Modal>
  );
}

function Score({ entry, isTrimmed }: { readonly entry: TableEntry; readonly isTrimmed: boolean }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const { score, plain, rank, cards: count, deviation } = entry;
  if (score === null) return <p className={styles.sentence}>{t("entryCards.none")}</p>;
  const about = { count, score: format.decimal(score, 2), rank: rank ?? 0 };
  return (
    <>
      <p className={styles.sentence}>{t(isTrimmed ? "entryCards.trimmed" : "entryCards.mean", about)}</p>
      {isTrimmed && plain !== null ? <p className={styles.sentence}>{t("entryCards.plain", { plain: format.decimal(plain, 2) })}</p> : null}
      {deviation === null ? null : <p className={styles.sentence}>{t("entryCards.apart", { deviation: format.decimal(deviation, 2) })}</p>}
    </>
  );
}
