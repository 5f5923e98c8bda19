import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KnownEntry } from "../../lib/entries/known-entry.ts";
import { Notice } from "../../ui/notice.tsx";

/** That the form asks something else than the version before, and what is no longer asked. The new questions are marked where they stand. */
export function NewsNotice({ entry }: { readonly entry: KnownEntry }): ReactElement | null {
  const { t } = useTranslation("entries");
  const { added, changed, removed } = entry.news;
  if (added.length + changed.length + removed.length === 0) return null;
  return (
    <Notice kind="waiting" title={t("news.title")}>
      <p>{t("news.counts", { added: added.length, changed: changed.length })}</p>
      {removed.length > 0 ? <p>{t("news.removed", { names: removed })}</p> : null}
    </Notice>
  );
}
