import { type ReactElement, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { conductDueOf } from "../../lib/judging/conduct-due.ts";
import { neighbours } from "../../lib/judging/queue/queue-view.ts";
import { useQueue } from "../../lib/judging/queue/use-queue.ts";
import { useCard } from "../../lib/judging/use-card.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { DeadlineText } from "../../ui/deadline-text.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { type Crumb, Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { CardDesk } from "./card-desk.tsx";
import { ConductAsked } from "./conduct-asked.tsx";
import styles from "./desk.module.css";
import type { OpenCard } from "./open-card.ts";
import { StoredBadge } from "./queue/stored-badge.tsx";

/** A judge's card on an entry: the entry left, the card right. */
export function Component(): ReactElement {
  const { id = "" } = useParams();
  const [said, setSaid] = useState("");
  // The same words said twice are two sayings.
  const say = useCallback((words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words)), []);
  return (
    <>
      <p className={styles.said} role="status">
        {said}
      </p>
      <CardFrame key={id} id={id} say={say} />
    </>
  );
}

function CardFrame({ id, say }: { readonly id: string; readonly say: (words: string) => void }): ReactElement {
  const { t } = useTranslation(["desk", "common"]);
  const language = useLanguage();
  const work = useCard(id);
  const { kept, view } = work;
  const desk = useQueue(kept?.card.stageId ?? null);
  const asked = conductDueOf(work.failure) ?? conductDueOf(desk.failure);
  const open: OpenCard | null =
    kept && view && desk.queue && desk.view && asked === null
      ? { work, kept, view, queue: desk.queue, lines: desk.view, canMark: kept.card.can.mark && view.signed === "no" && !view.recused, say }
      : null;
  const failure = open ? null : (work.failure ?? (kept ? desk.failure : null));
  const entry = asked === null ? kept?.card.entry : undefined;
  const home = `/${language}/app/judging`;
  const crumbs: readonly Crumb[] = [
    { label: t("judging"), to: home },
    ...(desk.queue ? [{ label: desk.queue.stage.name, to: `${home}/stages/${desk.queue.stage.id}` }] : []),
    ...(entry ? [{ label: entry.reference }] : []),
  ];
  const title = entry ? [entry.reference, entry.title].filter((part) => part !== null).join(" · ") : t("card.label");
  return (
    <Page
      title={title}
      breadcrumbs={crumbs}
      loading={!open && failure === null && asked === null}
      lead={open ? <Lead open={open} /> : undefined}
    >
      {asked === null ? null : <ConductAsked judgeId={asked} />}
      {failure && asked === null ? <Gone failure={failure} reload={work.reload} /> : null}
      {open ? <CardDesk open={open} /> : null}
    </Page>
  );
}

function Lead({ open }: { readonly open: OpenCard }): ReactElement {
  const { t } = useTranslation("desk");
  const { stage } = open.queue;
  const { place } = neighbours(open.lines.lines, open.kept.card.id);
  return (
    <div className={styles.facts}>
      {place > 0 ? <strong>{t("place", { place, total: open.lines.total })}</strong> : null}
      <DeadlineText at={stage.endsAt} timeZone={stage.timeZone} />
      <StoredBadge stageId={stage.id} />
    </div>
  );
}

function Gone(props: { readonly failure: NonNullable<ReturnType<typeof useCard>["failure"]>; readonly reload: () => void }): ReactElement {
  const { t } = useTranslation("desk");
  const words = useFailureWords();
  const language = useLanguage();
  const { failure } = props;
  if (failure.kind === "refused")
    return (
      <>
        <ErrorState title={t("card.goneTitle")} next={t("card.gone")} />
        <Link to={`/${language}/app/judging`}>{t("judging")}</Link>
      </>
    );
  return <ErrorState title={words(failure)} next={failure.kind === "network" ? t("card.notKept") : ""} retry={props.reload} />;
}
