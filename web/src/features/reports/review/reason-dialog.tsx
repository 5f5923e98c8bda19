import { Button, Modal } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { KnownFailure } from "../failure-state.tsx";
import { RETURN } from "../report-documents.ts";
import { REOPEN } from "./review-documents.ts";
import type { ReviewRow } from "./review-table.tsx";

/** Acts on one report that make a draft of it again and need a reason. */
export type ReasonAct = "return" | "reopen";

/** Gives a report back with what has to be mended, or opens a locked one again with the reason why. */
export function ReasonDialog(props: {
  readonly kind: ReasonAct;
  readonly row: ReviewRow;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}): ReactElement {
  const { t } = useTranslation(["reports", "common"]);
  const { row } = props;
  const [reason, setReason] = useState("");
  const giveBack = useAct(RETURN);
  const reopen = useAct(REOPEN);
  const { failure, busy } = props.kind === "return" ? giveBack : reopen;
  const words = WORDS[props.kind];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { reports: [{ id: row.id, version: row.version }], reason };
    const data = props.kind === "return" ? await giveBack.act({ input }) : await reopen.act({ input });
    if (data) props.onDone(t(words.done, { count: 1 }));
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(words.heading, { service: row.serviceName, area: row.areaName })}
      closeButtonProps={{ "aria-label": t("common:close") }}
      centered
    >
      <form onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-4)" }}>
        {failure ? <KnownFailure failure={failure} /> : null}
        <GrowingText
          label={t(words.reason)}
          value={reason}
          minRows={3}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {t(words.act)}
        </Button>
      </form>
    </Modal>
  );
}

const WORDS = {
  return: { heading: "review.returnTitle", reason: "review.reason", act: "review.return", done: "review.returned" },
  reopen: { heading: "review.reopenTitle", reason: "review.reopenReason", act: "review.reopen", done: "review.reopened" },
} as const;
