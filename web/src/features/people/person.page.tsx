import { useQuery } from "@apollo/client/react";
import { LANGUAGE_NAMES } from "@isonga/schema/languages";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import { graphql } from "../../gql/gql.ts";
import type { PersonFieldsFragment } from "../../gql/graphql.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { useMe } from "../../lib/session/me.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { GrantsSection } from "./grants-section.tsx";
import { InvitationSection } from "./invitation-section.tsx";
import styles from "./people.module.css";
import { PersonAccess } from "./person-access.tsx";
import { PersonForm } from "./person-form.tsx";
import { PersonFields, PersonStateBadge } from "./person-parts.tsx";

const PERSON = graphql(`
  query Person($id: ID!) {
    person(id: $id) {
      ...PersonFields
    }
  }
`);

/** One person: their roles, their account, their access. Giving a role is a dialog of this page. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { id = "" } = useParams();
  const language = useLanguage();
  const failureWords = useFailureWords();
  const { data, loading, error, refetch } = useQuery(PERSON, { variables: { id } });
  const person = readFragment(PersonFields, data?.person);
  const crumbs = [{ label: t("list.title"), to: `/${language}/app/people` }, { label: person?.name ?? "" }];
  return (
    <Page
      title={person?.name ?? t("list.title")}
      lead={person ? t("person.lead", { email: person.email, language: LANGUAGE_NAMES[person.language] }) : undefined}
      actions={person ? <PersonStateBadge state={person.state} /> : undefined}
      breadcrumbs={crumbs}
      loading={loading && !person}
    >
      {error ? <ErrorState title={failureWords(failureOf(error))} next="" retry={() => void refetch()} /> : null}
      {person ? <Sections person={person} /> : null}
      <Outlet context={person} />
    </Page>
  );
}

function Sections({ person }: { readonly person: PersonFieldsFragment }): ReactElement {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const [saved, setSaved] = useState(false);
  const reads = useMe()?.roles.some((role) => role === "ADMINISTRATOR" || role === "AUDITOR") === true;
  return (
    <>
      <GrantsSection person={person} />
      {person.state === "INVITED" ? <InvitationSection person={person} /> : null}
      {person.viewerCan.edit ? (
        <Section title={t("person.account")}>
          {saved ? <Notice kind="saved" title={t("person.saved")} takesFocus /> : null}
          <PersonForm key={person.version} person={person} onSaved={() => setSaved(true)} />
        </Section>
      ) : null}
      {person.viewerCan.disable ? <PersonAccess person={person} /> : null}
      {reads ? (
        <p className={styles.more}>
          <Link to={`/${language}/app/audit?subject=${person.id}`}>{t("person.history")}</Link>
        </p>
      ) : null}
    </>
  );
}
