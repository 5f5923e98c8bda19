import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../lib/apollo/use-act.ts";
import { KnownFailure } from "./failure-state.tsx";
import { RETURN } from "./report-documents.ts";
import type { ReviewRow } from "./review-table.tsx";

/** Gives a report back, with what has to be mended. */
export function ReturnDialog(props: {
  readonly row: ReviewRow;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}): ReactElement {
  const { t } = useTranslation(["reports", "common"]);
  const { row } = props;
  const [reason, setReason] = useState("");
  const giveBack = useAct(RETURN);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const data = await giveBack.act({ input: { reports: [{ id: row.id, version: row.version }], reason } });
    if (data) props.onDone(t("review.returned", { count: 1 }));
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("review.returnTitle", { service: row.serviceName, area: row.areaName })}
      closeButtonProps={{ "aria-label": t("common:close") }}
      centered
    >
      <form onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-4)" }}>
        {giveBack.failure ? <KnownFailure failure={giveBack.failure} /> : null}
        <Textarea
          label={t("review.reason")}
          value={reason}
          autosize
          minRows={3}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={giveBack.busy}>
          {t("review.return")}
        </Button>
      </form>
    </Modal>
  );
}
