import { useQuery } from "@apollo/client/react";
import { formatZone } from "@isonga/schema/format";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "../../gql/fragment-masking.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { CalendarForm } from "./calendar-form.tsx";
import { CALENDAR_FIELDS, CALENDARS } from "./service-documents.ts";

/** Each country's reporting calendar, to be set by its administrators and read by everybody. */
export function Component(): ReactElement {
  const { t } = useTranslation("services");
  const language = useLanguage();
  const { data, loading, error, refetch } = useQuery(CALENDARS);
  const calendars = (data?.reportingCalendars ?? []).map((calendar) => readFragment(CALENDAR_FIELDS, calendar));
  return (
    <Page
      title={t("calendar.title")}
      lead={t("calendar.lead")}
      width="narrow"
      breadcrumbs={[{ label: t("title"), to: `/${language}/app/services` }, { label: t("calendar.title") }]}
      loading={loading && !data}
    >
      {error && !data ? <QueryError error={error} retry={() => void refetch()} /> : null}
      {data && calendars.length === 0 ? <EmptyState what={t("calendar.empty")} /> : null}
      {calendars.map((calendar) => (
        <Section key={calendar.id} title={calendar.name}>
          {calendar.viewerCan.set ? (
            <CalendarForm calendar={calendar} />
          ) : (
            <p>{t("calendar.read", { zone: formatZone(calendar.timeZone, language), day: calendar.dueDay })}</p>
          )}
        </Section>
      ))}
    </Page>
  );
}
