import { LANGUAGE_NAMES } from "@isonga/schema/languages";
import { Button, Select, TextInput } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useSearchParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import type { PeopleQuery, PersonState, Role } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { EmailText } from "./email-text.tsx";
import styles from "./people.module.css";
import { PersonStateBadge, scopePath } from "./person-parts.tsx";

const PEOPLE = graphql(`
  query People($search: String, $role: Role, $state: PersonState, $after: String) {
    people(search: $search, role: $role, state: $state, after: $after, first: 50) {
      nodes {
        id
        name
        email
        language
        state
        grants {
          id
          role
          scopeName
          scopeTrail
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    grantableRoles {
      role
    }
  }
`);

type Row = PeopleQuery["people"]["nodes"][number];
const pick = (data: PeopleQuery) => data.people;

/** Who has an account, and what they may do. The invitation is a dialog of this page. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const [search] = useSearchParams();
  const failureWords = useFailureWords();
  const wished = {
    search: search.get("find") || null,
    role: (search.get("role") as Role | null) || null,
    state: (search.get("state") as PersonState | null) || null,
  };
  const { data, rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(PEOPLE, { variables: wished, pick });
  const columns = useColumns();
  const narrowed = wished.search !== null || wished.role !== null || wished.state !== null;
  const mayInvite = (data?.grantableRoles.length ?? 0) > 0;
  const invite = mayInvite ? (
    <Button component={Link} to={{ pathname: "invite", search: search.toString() }}>
      {t("list.invite")}
    </Button>
  ) : undefined;
  return (
    <Page title={t("list.title")} lead={t("list.lead")} actions={invite}>
      <Filters />
      <DataTable
        label={t("list.title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        plain
        orderedByServer
        loading={loading}
        error={error ? <ErrorState title={failureWords(failureOf(error))} next="" retry={refetch} /> : undefined}
        empty={{ what: narrowed ? t("list.nobody") : t("list.empty"), action: narrowed ? undefined : invite }}
        more={{ hasMore, loading: loadingMore, load: loadMore }}
      />
      <Outlet />
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation("people");
  const language = useLanguage();
  return useMemo(() => {
    const roles = (row: Row) => row.grants.map((grant) => `${t(`roles.${grant.role}`)}: ${scopePath(grant, t("scopes.PLATFORM"))}`);
    return [
      {
        id: "name",
        header: t("list.name"),
        value: (row) => row.name,
        heading: true,
        sortable: false,
        cell: (row) => <Link to={`/${language}/app/people/${row.id}`}>{row.name}</Link>,
      },
      {
        id: "email",
        header: t("list.email"),
        value: (row) => row.email,
        sortable: false,
        cell: (row) => <EmailText email={row.email} />,
      },
      {
        id: "roles",
        header: t("list.roles"),
        value: (row) => roles(row).join("; "),
        sortable: false,
        cell: (row) => <Roles roles={roles(row)} />,
      },
      { id: "language", header: t("list.language"), value: (row) => LANGUAGE_NAMES[row.language], sortable: false },
      {
        id: "state",
        header: t("list.state"),
        value: (row) => t(`states.${row.state}`),
        sortable: false,
        cell: (row) => <PersonStateBadge state={row.state} />,
      },
    ];
  }, [t, language]);
}

function Roles({ roles }: { readonly roles: readonly string[] }): ReactElement {
  const { t } = useTranslation("people");
  if (roles.length === 0) return <span className={styles.quiet}>{t("list.noRoles")}</span>;
  return (
    <ul className={styles.roles}>
      {roles.map((role) => (
        <li key={role}>{role}</li>
      ))}
    </ul>
  );
}

const ROLES: readonly Role[] = ["ADMINISTRATOR", "COORDINATOR", "HEAD", "STAFF", "VERIFIER", "CHAIR", "JUDGE", "AUDITOR"];
const STATES: readonly PersonState[] = ["INVITED", "ACTIVE", "DISABLED"];

/** What narrows the list; it lives in the URL. */
function Filters(): ReactElement {
  const { t } = useTranslation("people");
  const [search, setSearch] = useSearchParams();
  const put = (key: string, value: string | null): void =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const choices = (all: readonly { readonly value: string; readonly label: string }[]) => [{ value: "", label: t("list.any") }, ...all];
  return (
    <search className={styles.filters}>
      <TextInput
        label={t("list.find")}
        defaultValue={search.get("find") ?? ""}
        type="search"
        onChange={(event) => put("find", event.currentTarget.value)}
      />
      <Select
        label={t("list.role")}
        allowDeselect={false}
        value={search.get("role") ?? ""}
        data={choices(ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) })))}
        onChange={(value) => put("role", value)}
      />
      <Select
        label={t("list.state")}
        allowDeselect={false}
        value={search.get("state") ?? ""}
        data={choices(STATES.map((state) => ({ value: state, label: t(`states.${state}`) })))}
        onChange={(value) => put("state", value)}
      />
    </search>
  );
}
