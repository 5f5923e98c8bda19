import { useQuery } from "@apollo/client/react";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@isonga/schema/languages";
import { Button, Modal, Select, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import { client } from "../../lib/apollo/client.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { controlId, useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import { firstDraft, type Grantable, GrantFields, grantInput, grantLabels } from "./grant-fields.tsx";
import { useLabelled } from "./labelled.ts";
import styles from "./people.module.css";

const GRANTABLE = graphql(`
  query GrantableRoles {
    grantableRoles {
      role
      scopes
    }
  }
`);

const INVITE = graphql(`
  mutation InvitePerson($input: InvitePersonInput!, $idempotencyKey: ID) {
    invitePerson(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      person {
        id
        ...PersonFields
      }
    }
  }
`);

/** Invites somebody; a dialog over the list of people, with an address of its own. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const navigate = useNavigateOnce();
  const [search] = useSearchParams();
  const { data } = useQuery(GRANTABLE);
  const close = (): void => navigate({ pathname: "..", search: search.toString() }, { preventScrollReset: true });
  return (
    <Modal opened onClose={close} title={t("invite.title")} size="lg" centered closeButtonProps={{ "aria-label": common("close") }}>
      <p className={styles.words}>{t("invite.lead")}</p>
      {data ? <InviteForm grantable={data.grantableRoles} onClose={close} /> : <SkeletonLines />}
    </Modal>
  );
}

function InviteForm({ grantable, onClose }: { readonly grantable: readonly Grantable[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const pageLanguage = useLanguage();
  const navigate = useNavigateOnce();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState<Language>(pageLanguage);
  const [draft, setDraft] = useState(() => firstDraft(grantable));
  const { act, busy, failure } = useAct(INVITE);
  const problems = useLabelled(useFormProblems(failure), {
    name: t("invite.name"),
    email: t("invite.email"),
    ...grantLabels("grants-0-", t),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await act({ input: { name, email, language, grants: draft ? [grantInput(draft)] : [] } });
    const id = answer?.invitePerson.person?.id;
    if (id === undefined) return;
    client.cache.evict({ fieldName: "people" });
    navigate(`/${pageLanguage}/app/people/${id}`);
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={controlId("name")}
        label={t("invite.name")}
        value={name}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        id={controlId("email")}
        label={t("invite.email")}
        type="email"
        autoCapitalize="none"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Select
        id={controlId("language")}
        label={t("invite.language")}
        allowDeselect={false}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(value) => setLanguage(LANGUAGES.find((one) => one === value) ?? language)}
      />
      {draft ? <GrantFields prefix="grants-0-" grantable={grantable} draft={draft} onChange={setDraft} /> : null}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={busy}>
          {t("invite.submit")}
        </Button>
      </div>
    </form>
  );
}
