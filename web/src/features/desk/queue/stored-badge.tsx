import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useTaken } from "../../../lib/judging/offline/use-taken.ts";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { useFormat } from "../../../ui/use-format.ts";

/** Says that the queue is on this device, and since when; nothing when it is not. */
export function StoredBadge({ stageId }: { readonly stageId: string }): ReactElement | null {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const { taken } = useTaken(stageId);
  return taken ? <StateBadge kind="saved" word={t("take.badge", { moment: format.dateTime(taken.at, { short: true }) })} /> : null;
}
