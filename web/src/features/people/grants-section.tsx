import { Button } from "@mantine/core";
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../gql/gql.ts";
import type { PersonFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { scopePath } from "./person-parts.tsx";

const REVOKE = graphql(`
  mutation RevokeRole($input: RevokeRoleInput!, $idempotencyKey: ID) {
    revokeRole(input: $input, idempotencyKey: $idempotencyKey) {
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

type Grant = PersonFieldsFragment["grants"][number];

/** The roles of a person, to be given and taken away. */
export function GrantsSection({ person }: { readonly person: PersonFieldsFragment }): ReactElement {
  const { t } = useTranslation("people");
  const [asked, setAsked] = useState<Grant | null>(null);
  const { act, busy, failure } = useAct(REVOKE);
  const failureWords = useFailureWords();
  const columns = useColumns(setAsked);
  const revoke = async (grant: Grant): Promise<void> => {
    await act({ input: { grantId: grant.id } });
    setAsked(null);
  };
  const give = person.viewerCan.grant ? (
    <Button component={Link} to="grant" variant="default">
      {t("grant.title")}
    </Button>
  ) : undefined;
  return (
    <Section title={t("person.roles")} actions={give}>
      {failure === null ? null : <Notice kind="problem" title={failureWords(failure)} takesFocus />}
      <DataTable
        label={t("person.roles")}
        columns={columns}
        rows={person.grants}
        rowKey={(grant) => grant.id}
        plain
        empty={{ what: t("person.noRoles"), action: give }}
      />
      <ConfirmDialog
        opened={asked !== null}
        title={t("person.revokeTitle")}
        act={t("person.revoke")}
        danger
        busy={busy}
        onConfirm={() => void (asked && revoke(asked))}
        onClose={() => setAsked(null)}
      >
        {asked
          ? t("person.revokeWords", { name: person.name, role: t(`roles.${asked.role}`), where: scopePath(asked, t("scopes.PLATFORM")) })
          : null}
      </ConfirmDialog>
    </Section>
  );
}

function useColumns(ask: (grant: Grant) => void): readonly Column<Grant>[] {
  const { t } = useTranslation("people");
  const format = useFormat();
  return useMemo(
    () => [
      { id: "role", header: t("person.role"), value: (grant) => t(`roles.${grant.role}`), heading: true, sortable: false },
      { id: "where", header: t("person.where"), value: (grant) => scopePath(grant, t("scopes.PLATFORM")), sortable: false },
      {
        id: "since",
        header: t("person.since"),
        value: (grant) => grant.grantedAt,
        cell: (grant) => format.date(grant.grantedAt),
        sortable: false,
      },
      { id: "by", header: t("person.by"), value: (grant) => grant.grantedBy ?? t("person.platform"), sortable: false },
      {
        id: "act",
        header: t("person.act"),
        value: () => null,
        sortable: false,
        cell: (grant) =>
          grant.viewerCan.revoke ? (
            <Button variant="default" size="sm" onClick={() => ask(grant)}>
              {t("person.revoke")}
            </Button>
          ) : null,
      },
    ],
    [t, format, ask],
  );
}
