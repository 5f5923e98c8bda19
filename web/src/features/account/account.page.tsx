import { useQuery } from "@apollo/client/react";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { AccountForm } from "./account-form.tsx";
import { DelegationSection } from "./delegation-section.tsx";
import { EmailForm } from "./email-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SessionsSection } from "./sessions-section.tsx";

const ACCOUNT = graphql(`
  query Account {
    me {
      id
      name
      email
      language
      version
    }
    mySessions {
      id
      signedInAt
      usedAt
      address
      device
      current
    }
  }
`);

/** One's own account: name, language, address, password, and where one is signed in. */
export function Component(): ReactElement {
  const { t } = useTranslation("account");
  const failureWords = useFailureWords();
  const { data, loading, error, refetch } = useQuery(ACCOUNT, { fetchPolicy: "cache-and-network" });
  const [saved, setSaved] = useState(false);
  const me = data?.me;
  return (
    <Page title={t("title")} lead={me?.email} loading={loading && !data}>
      {error ? <ErrorState title={failureWords(failureOf(error))} next="" retry={() => void refetch()} /> : null}
      {me ? (
        <>
          <Section title={t("you")}>
            {saved ? <Notice kind="saved" title={t("saved")} takesFocus /> : null}
            <AccountForm key={me.version} me={me} onSaved={() => setSaved(true)} />
          </Section>
          <Section title={t("address.title")}>
            <EmailForm />
          </Section>
          <Section title={t("password.title")}>
            <PasswordForm email={me.email} onChanged={() => void refetch()} />
          </Section>
          <DelegationSection />
          <SessionsSection sessions={data.mySessions} />
        </>
      ) : null}
    </Page>
  );
}
