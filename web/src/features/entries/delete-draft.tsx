import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import { client } from "../../lib/apollo/client.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { entityOf } from "../../lib/entries/entry-acts.ts";
import { entryStore } from "../../lib/entries/entry-store.ts";
import { outbox } from "../../lib/offline/outbox.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { useMe } from "../../lib/session/me.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";

/** Deletes a draft once it was confirmed, at the server and on this device. */
export function DeleteDraft(props: {
  readonly id: string;
  readonly title: string;
  /** In a row of a list. */
  readonly small?: boolean;
  readonly onDeleted?: () => void;
}): ReactElement {
  const { t } = useTranslation("entries");
  const person = useMe()?.id ?? "";
  const [asking, setAsking] = useState(false);
  const { act, busy, failure, forget } = useAct(DELETE_DRAFT);
  const problems = useFormProblems(failure);
  const { id, title } = props;
  const close = (): void => {
    setAsking(false);
    forget();
  };
  const confirm = async (): Promise<void> => {
    if ((await act({ input: { id } })) === null) return;
    await outbox.forget(entityOf(id));
    await entryStore.forget(person, id);
    close();
    props.onDeleted?.();
    client.cache.evict({ id: "ROOT_QUERY", fieldName: "entries" });
    client.cache.gc();
  };
  return (
    <>
      <Button
        variant={props.small === true ? "subtle" : "default"}
        size={props.small === true ? "compact-md" : "md"}
        aria-label={t("delete.of", { title })}
        onClick={() => setAsking(true)}
      >
        {t(props.small === true ? "delete.short" : "delete.act")}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t("delete.title", { title })}
        act={t("delete.act")}
        danger
        busy={busy}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        <ErrorSummary problems={problems} />
        <p>{t("delete.text")}</p>
      </ConfirmDialog>
    </>
  );
}

const DELETE_DRAFT = graphql(`
  mutation DeleteDraft($input: DeleteDraftInput!, $idempotencyKey: ID) {
    deleteDraft(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      deletedId
    }
  }
`);
