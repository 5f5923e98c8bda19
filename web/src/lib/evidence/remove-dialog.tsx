import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { GrowingText } from "../../ui/growing-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useAct } from "../apollo/use-act.ts";
import { useFailureWords } from "../refusals/use-refusal-words.ts";
import { type Piece, REMOVE_EVIDENCE } from "./evidence-documents.ts";

/** Asks why a piece shall not count any more. */
export function RemoveDialog(props: { readonly piece: Piece; readonly opened: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation("evidence");
  const { act, busy, failure, forget } = useAct(REMOVE_EVIDENCE);
  const words = useFailureWords();
  const [reason, setReason] = useState("");
  const close = (): void => {
    forget();
    props.onClose();
  };
  const remove = async (): Promise<void> => {
    if (await act({ input: { id: props.piece.id, reason } })) close();
  };
  return (
    <ConfirmDialog
      opened={props.opened}
      title={t("removeTitle", { name: props.piece.name })}
      act={t("remove")}
      danger
      busy={busy}
      onConfirm={() => void remove()}
      onClose={close}
    >
      <p>{t("removeLead")}</p>
      {failure ? <Notice kind="problem" title={words(failure)} takesFocus /> : null}
      <GrowingText label={t("reason")} value={reason} minRows={2} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}
