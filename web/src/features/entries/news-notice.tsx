import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KnownEntry } from "../../lib/entries/known-entry.ts";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** That a later version of the form asks something else than the entry's own, which it keeps: what is new, what changed, what is gone. */
export function NewsNotice({ entry }: { readonly entry: KnownEntry }): ReactElement | null {
  const { t } = useTranslation("entries");
  const format = useFormat();
  const { added, changed, removed } = entry.news;
  if (added.length + changed.length + removed.length === 0) return null;
  const fields = entry.form.definition.tasks.flatMap((task) => task.fields);
  const reworded = changed.map((key) => format.text(fields.find((field) => field.key === key)?.label) || key);
  return (
    <Notice kind="waiting" title={t("news.title")}>
      <p>{t("news.keeps")}</p>
      {added.length > 0 ? <p>{t("news.added", { names: added })}</p> : null}
      {reworded.length > 0 ? <p>{t("news.asksElse", { names: reworded })}</p> : null}
      {removed.length > 0 ? <p>{t("news.removed", { names: removed })}</p> : null}
    </Notice>
  );
}
