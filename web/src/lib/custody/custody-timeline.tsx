import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { EntryEventsQuery } from "../../gql/graphql.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Section, SkeletonLines } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./custody.module.css";
import { ENTRY_EVENTS } from "./custody-documents.ts";
import { STATE_KIND } from "./custody-states.ts";

type Event = NonNullable<EntryEventsQuery["entry"]>["events"][number];

/** All that happened to an entry on its way, the latest first: who, for whom, when, and why. The route loads the phrases "custody". */
export function CustodyTimeline({ entryId, timeZone }: { readonly entryId: string; readonly timeZone: string }): ReactElement | null {
  const { t } = useTranslation("custody");
  const { data, loading } = useQuery(ENTRY_EVENTS, { variables: { id: entryId }, fetchPolicy: "cache-and-network" });
  if (!data && !loading) return null;
  const events = data?.entry?.events ?? [];
  return (
    <Section title={t("timeline.title")}>
      {data ? null : <SkeletonLines lines={3} />}
      {data && events.length === 0 ? <EmptyState what={t("timeline.empty")} /> : null}
      <ol className={styles.events}>
        {events.map((event) => (
          <EventItem key={event.id} event={event} timeZone={timeZone} />
        ))}
      </ol>
    </Section>
  );
}

function EventItem({ event, timeZone }: { readonly event: Event; readonly timeZone: string }): ReactElement {
  const { t } = useTranslation("custody");
  const format = useFormat();
  return (
    <li className={styles.event}>
      <p className={styles.line}>
        <StateBadge kind={STATE_KIND[event.to]} word={t(`state.${event.to}`)} />
        <span>{useDeed(event)}</span>
        <time className={styles.quiet} dateTime={event.at}>
          {format.dateTime(event.at, { timeZone, showZone: true })}
        </time>
      </p>
      {event.inGrace ? <p className={styles.text}>{t("timeline.grace")}</p> : null}
      {event.reason ? <p className={styles.text}>{event.reason}</p> : null}
      {event.fieldReasons.length > 0 ? (
        <ul className={styles.reasons}>
          {event.fieldReasons.map(({ field, label, reason }) => (
            <li key={field}>{t("timeline.field", { field: label, reason })}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function useDeed({ act, by, forName }: Event): string {
  const { t } = useTranslation("custody");
  if (act === "reopen") return t("did.reopen");
  const said = { by: by ?? t("timeline.platform"), did: t(`did.${act}`) };
  return forName === null ? t("timeline.by", said) : t("timeline.byFor", { ...said, absent: forName });
}
