import { Button, Group } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { FormDraft } from "./use-form-draft.ts";

/** Says on top of a form that it holds again what was typed and not saved, with the way back; nothing where there was nothing. */
export function KeptDraft({ draft }: { readonly draft: FormDraft }): ReactElement | null {
  const { t } = useTranslation("drafts");
  const format = useFormat();
  if (draft.at === null) return null;
  return (
    <Notice kind="waiting" title={t("kept", { moment: format.dateTime(draft.at) })}>
      <p>{t(draft.outdated ? "outdated" : "unsaved")}</p>
      <Group gap="sm">
        <Button size="sm" onClick={draft.goOn}>
          {t("goOn")}
        </Button>
        <Button size="sm" variant="default" onClick={draft.discard}>
          {t("discard")}
        </Button>
      </Group>
    </Notice>
  );
}
