import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { compareAct, joinComparisons } from "../../lib/judging/card-acts.ts";
import { conductDueOf } from "../../lib/judging/conduct-due.ts";
import type { KnownQueue, Winner } from "../../lib/judging/known-card.ts";
import type { QueueView } from "../../lib/judging/queue/queue-view.ts";
import { useQueue } from "../../lib/judging/queue/use-queue.ts";
import { useCard } from "../../lib/judging/use-card.ts";
import { outbox } from "../../lib/offline/outbox.ts";
import { useOnline } from "../../lib/online/online.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page, SkeletonLines } from "../../ui/page.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { ConductAsked } from "./conduct-asked.tsx";
import styles from "./desk.module.css";
import { KeysDialog } from "./dialogs/keys-dialog.tsx";
import { EntrySide } from "./entry/entry-side.tsx";
import { useDeskKeys } from "./use-desk-keys.ts";

type Pair = QueueView["comparisons"][number];

/** Two entries side by side, of which the judge says the better: ← and → choose, = says neither. */
export function Component(): ReactElement {
  const { t } = useTranslation("desk");
  const { stageId = "" } = useParams();
  const language = useLanguage();
  const failureWords = useFailureWords();
  const { queue, view, failure, reload } = useQueue(stageId);
  const asked = conductDueOf(failure);
  const [chosen, setChosen] = useState<string | null>(null);
  const pairs = view?.comparisons ?? [];
  const firstOpen = pairs.findIndex(({ winner }) => winner === null);
  const at = Math.max(0, chosen === null ? firstOpen : pairs.findIndex(({ id }) => id === chosen));
  const pair = pairs[at];
  const home = `/${language}/app/judging`;
  return (
    <Page
      title={t("compare.title")}
      breadcrumbs={[
        { label: t("judging"), to: home },
        ...(queue ? [{ label: queue.stage.name, to: `${home}/stages/${stageId}` }] : []),
        { label: t("compare.title") },
      ]}
      loading={queue === null && failure === null}
      lead={pair ? `${t("compare.lead")} ${t("place", { place: at + 1, total: pairs.length })}` : undefined}
    >
      {asked === null ? null : <ConductAsked judgeId={asked} />}
      {failure && asked === null ? <ErrorState title={failureWords(failure)} next="" retry={reload} /> : null}
      {queue && !pair ? <EmptyState what={t("compare.empty")} /> : null}
      {queue && pair ? <PairDesk key={pair.id} queue={queue} pair={pair} pairs={pairs} onGo={setChosen} reload={reload} /> : null}
    </Page>
  );
}

function PairDesk(props: {
  readonly queue: KnownQueue;
  readonly pair: Pair;
  readonly pairs: readonly Pair[];
  readonly onGo: (id: string) => void;
  readonly reload: () => void;
}): ReactElement {
  const { t } = useTranslation("desk");
  const { queue, pair, pairs } = props;
  const online = useOnline();
  const [help, setHelp] = useState(false);
  const at = pairs.findIndex(({ id }) => id === pair.id);
  const [before, after] = [pairs[at - 1], pairs[at + 1]];
  const say = (winner: Winner): void => {
    if (!queue.stage.takesMarks) return;
    void outbox.add(compareAct({ comparisonId: pair.id, winner, version: pair.version }), joinComparisons).then(() => {
      if (pair.winner === null && after) props.onGo(after.id);
    });
  };
  const go = (to: Pair | undefined) => (to ? () => props.onGo(to.id) : undefined);
  const by = (winner: Winner) => () => say(winner);
  useDeskKeys({
    ArrowLeft: by("LEFT"),
    ArrowRight: by("RIGHT"),
    "=": by("NEITHER"),
    "?": () => setHelp(true),
    j: go(after),
    k: go(before),
  });
  const better = pair.winner === "LEFT" ? pair.leftReference : pair.rightReference;
  const told = pair.winner === null ? "" : pair.winner === "NEITHER" ? t("compare.tied") : t("compare.chosen", { reference: better });
  return (
    <>
      <p role="status">{told}</p>
      <div className={styles.sides}>
        <Option queue={queue} reference={pair.leftReference} chosen={pair.winner === "LEFT"} />
        <Option queue={queue} reference={pair.rightReference} chosen={pair.winner === "RIGHT"} />
      </div>
      <footer className={styles.foot}>
        <SaveState state={pair.waits ? (online ? "saving" : "waiting") : "saved"} />
        <Choice pair={pair} winner="LEFT" onSay={say} words={t("compare.LEFT", { reference: pair.leftReference })} />
        <Choice pair={pair} winner="NEITHER" onSay={say} words={t("compare.NEITHER")} />
        <Choice pair={pair} winner="RIGHT" onSay={say} words={t("compare.RIGHT", { reference: pair.rightReference })} />
        <Button variant="subtle" disabled={!before} onClick={() => before && props.onGo(before.id)}>
          {t("compare.prev")}
        </Button>
        <Button variant="subtle" disabled={!after} onClick={() => after && props.onGo(after.id)}>
          {t("compare.next")}
        </Button>
        <Button variant="subtle" onClick={() => setHelp(true)}>
          {t("card.keys")}
        </Button>
      </footer>
      {help ? <KeysDialog of="compare" onClose={() => setHelp(false)} /> : null}
    </>
  );
}

function Choice(props: {
  readonly pair: Pair;
  readonly winner: Winner;
  readonly words: string;
  readonly onSay: (winner: Winner) => void;
}): ReactElement {
  const isChosen = props.pair.winner === props.winner;
  return (
    <Button variant={isChosen ? "filled" : "default"} aria-pressed={isChosen} onClick={() => props.onSay(props.winner)}>
      {props.words}
    </Button>
  );
}

/** One of the two, read as its card's entry. */
function Option(props: { readonly queue: KnownQueue; readonly reference: string; readonly chosen: boolean }): ReactElement {
  const { t } = useTranslation("desk");
  const item = props.queue.items.find(({ reference, state }) => reference === props.reference && state !== "STOPPED");
  const { kept, failure } = useCard(item?.id ?? "");
  return (
    <section className={styles.option} data-chosen={props.chosen} aria-label={props.reference}>
      {kept ? <EntrySide entry={kept.card.entry} heading={headingOf(props.reference, kept.card.entry.title)} /> : null}
      {!kept && failure ? <p>{t("card.notKept")}</p> : null}
      {kept || failure ? null : <SkeletonLines />}
    </section>
  );
}

function headingOf(reference: string, title: string | null): string {
  return title === null ? reference : `${reference} · ${title}`;
}
