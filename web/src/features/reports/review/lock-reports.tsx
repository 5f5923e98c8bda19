import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { KnownFailure } from "../failure-state.tsx";
import { LOCK } from "./review-documents.ts";

/** Locks what is approved in an area's month, after saying what that means. */
export function LockReports(props: {
  readonly areaId: string;
  readonly area: string;
  readonly month: string;
  /** Approved reports that are not locked yet. */
  readonly count: number;
  readonly onDone: (said: string) => void;
}): ReactElement {
  const { t } = useTranslation("reports");
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const lock = useAct(LOCK);
  const { areaId, month } = props;
  const confirm = async (): Promise<void> => {
    const data = await lock.act({ input: { areaId, from: month, to: month } });
    if (!data) return;
    setOpened(false);
    props.onDone(t("review.locked", { count: data.lockReports.count ?? 0 }));
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t("review.lock")}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t("review.lockTitle")}
        act={t("review.lock")}
        busy={lock.busy}
        onConfirm={() => void confirm()}
        onClose={() => setOpened(false)}
      >
        {lock.failure ? <KnownFailure failure={lock.failure} /> : null}
        <p>{t("review.lockText", { count: props.count, area: props.area, month: format.month(month) })}</p>
      </ConfirmDialog>
    </>
  );
}
