import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { EntryCheck } from "../../lib/entries/entry-check.ts";
import type { KeptEntry } from "../../lib/entries/entry-store.ts";
import type { EntryView } from "../../lib/entries/entry-view.ts";
import { type EntryWork, useEntry } from "../../lib/entries/use-entry.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Crumb, Page } from "../../ui/page.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { EntryFacts } from "./entry-facts.tsx";

/** An entry that is there, as this device knows it. */
export type OpenEntry = { readonly work: EntryWork; readonly known: KeptEntry; readonly view: EntryView; readonly check: EntryCheck };

/** A page about one entry: its way, its skeleton, and what is said when it cannot be read. */
export function EntryFrame(props: {
  /** The page's own name below the entry's; the entry's page itself has none. */
  readonly title?: (open: OpenEntry) => string;
  readonly actions?: (open: OpenEntry) => ReactNode;
  readonly children: (open: OpenEntry) => ReactNode;
}): ReactElement {
  const { t } = useTranslation(["entries", "common"]);
  const { id = "" } = useParams();
  const language = useLanguage();
  const format = useFormat();
  const failureWords = useFailureWords();
  const work = useEntry(id);
  const { known, view, check } = work;
  const open = known && view && check ? { work, known, view, check } : null;
  const entry = known?.entry;
  const name = entry?.title ?? t("title");
  const own = open ? props.title?.(open) : undefined;
  const home = `/${language}/app/entries`;
  const crumbs: readonly Crumb[] = [
    { label: t("title"), to: entry ? `${home}?round=${entry.round.code}` : home },
    ...(entry ? (own === undefined ? [{ label: name }] : [{ label: name, to: `${home}/${id}` }, { label: own }]) : []),
  ];
  return (
    <Page
      title={own ?? name}
      breadcrumbs={crumbs}
      loading={!open && work.failure === null}
      lead={open && own === undefined ? <EntryFacts known={open.known} /> : undefined}
      actions={open ? props.actions?.(open) : undefined}
    >
      {work.failure && !open ? <ErrorState title={failureWords(work.failure)} next="" retry={work.reload} /> : null}
      {work.failure && open ? (
        <Notice kind="problem" title={t("gone.title")}>
          <p>{t("gone.kept")}</p>
        </Notice>
      ) : null}
      {open?.known.keptAt && own !== undefined ? <p>{t("kept", { moment: format.dateTime(open.known.keptAt) })}</p> : null}
      {open ? props.children(open) : null}
    </Page>
  );
}
