import { useQuery } from "@apollo/client/react";
import { Modal } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import type { LetterQuery } from "../../gql/graphql.ts";
import { SkeletonLines } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import { LetterStateBadge } from "./letters.page.tsx";
import styles from "./people.module.css";

const LETTER = graphql(`
  query Letter($id: ID!) {
    letter(id: $id) {
      id
      recipient
      language
      subject
      text
      state
      attempts
      lastError
      createdAt
      sentAt
    }
  }
`);

/** One letter, to be read and handed on; a dialog over the list, with an address of its own. */
export function Component(): ReactElement {
  const { t: common } = useTranslation("common");
  const navigate = useNavigateOnce();
  const { id = "" } = useParams();
  const { data } = useQuery(LETTER, { variables: { id }, fetchPolicy: "cache-and-network" });
  const letter = data?.letter;
  return (
    <Modal
      opened
      onClose={() => navigate("..", { preventScrollReset: true })}
      title={letter?.subject ?? common("loading")}
      size="xl"
      closeButtonProps={{ "aria-label": common("close") }}
    >
      {letter ? <Letter letter={letter} /> : <SkeletonLines />}
    </Modal>
  );
}

function Letter({ letter }: { readonly letter: NonNullable<LetterQuery["letter"]> }): ReactElement {
  const { t } = useTranslation("people");
  const format = useFormat();
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("letters.recipient")}</dt>
        <dd>{letter.recipient}</dd>
        <dt>{t("letters.written")}</dt>
        <dd>{format.dateTime(letter.createdAt)}</dd>
        <dt>{t("letters.state")}</dt>
        <dd>
          <LetterStateBadge state={letter.state} />
        </dd>
        <dt>{t("letters.attempts")}</dt>
        <dd>{format.number(letter.attempts)}</dd>
        {letter.lastError === null ? null : (
          <>
            <dt>{t("letters.problem")}</dt>
            <dd>{letter.lastError}</dd>
          </>
        )}
      </dl>
      <pre className={styles.letter} lang={letter.language}>
        {letter.text}
      </pre>
    </>
  );
}
