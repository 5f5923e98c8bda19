import { useQuery } from "@apollo/client/react";
import { Button, Modal } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import { firstDraft, type Grantable, GrantFields, grantInput, grantLabels } from "./grant-fields.tsx";
import { useLabelled } from "./labelled.ts";
import styles from "./people.module.css";

const GRANTABLE = graphql(`
  query GrantableRolesOfMine {
    grantableRoles {
      role
      scopes
    }
  }
`);

const GRANT = graphql(`
  mutation GrantRole($input: GrantRoleInput!, $idempotencyKey: ID) {
    grantRole(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      person {
        ...PersonFields
      }
    }
  }
`);

/** Gives a person a role; a dialog over their page, with an address of its own. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const navigate = useNavigateOnce();
  const { data } = useQuery(GRANTABLE);
  const close = (): void => navigate("..", { preventScrollReset: true });
  return (
    <Modal opened onClose={close} title={t("grant.title")} size="lg" centered closeButtonProps={{ "aria-label": common("close") }}>
      {data ? <GrantForm grantable={data.grantableRoles} onClose={close} /> : <SkeletonLines lines={3} />}
    </Modal>
  );
}

function GrantForm({ grantable, onClose }: { readonly grantable: readonly Grantable[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const { id = "" } = useParams();
  const [draft, setDraft] = useState(() => firstDraft(grantable));
  const { act, busy, failure } = useAct(GRANT);
  const problems = useLabelled(useFormProblems(failure), grantLabels("grant-", t));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (draft && (await act({ input: { personId: id, grant: grantInput(draft) } }))) onClose();
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      {draft ? <GrantFields prefix="grant-" grantable={grantable} draft={draft} onChange={setDraft} /> : null}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={busy}>
          {t("grant.submit")}
        </Button>
      </div>
    </form>
  );
}
