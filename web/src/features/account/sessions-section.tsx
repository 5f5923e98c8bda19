import { Button } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { AccountQuery } from "../../gql/graphql.ts";
import { client } from "../../lib/apollo/client.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { signOutEverywhere } from "../../lib/session/auth.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./account.module.css";
import { deviceName } from "./device-name.ts";

const END = graphql(`
  mutation EndMySession($input: EndMySessionInput!, $idempotencyKey: ID) {
    endMySession(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
    }
  }
`);

type Session = AccountQuery["mySessions"][number];

/** The devices on which one is signed in, and the ways to end that. */
export function SessionsSection({ sessions }: { readonly sessions: readonly Session[] }): ReactElement {
  const { t } = useTranslation("account");
  const format = useFormat();
  const failureWords = useFailureWords();
  const { act, busy, failure } = useAct(END);
  const columns = useColumns((id) => void act({ input: { id } }).then(() => client.refetchQueries({ include: ["Account"] })), busy);
  // A whole new page afterwards, so that nothing of this person stays in memory.
  const leave = async (): Promise<void> => {
    if (await signOutEverywhere()) location.assign(`/${format.language}/app/sign-in`);
  };
  return (
    <Section
      title={t("sessions.title")}
      actions={
        <Button variant="default" onClick={() => void leave()}>
          {t("sessions.all")}
        </Button>
      }
    >
      {failure === null ? null : <Notice kind="problem" title={failureWords(failure)} takesFocus />}
      <DataTable
        label={t("sessions.title")}
        columns={columns}
        rows={sessions}
        rowKey={(session) => session.id}
        plain
        empty={{ what: t("sessions.none") }}
      />
    </Section>
  );
}

function useColumns(end: (id: string) => void, busy: boolean): readonly Column<Session>[] {
  const { t } = useTranslation("account");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "device",
        header: t("sessions.device"),
        value: (session) => deviceName(session.device) ?? t("sessions.unknown"),
        heading: true,
        sortable: false,
      },
      { id: "address", header: t("sessions.address"), value: (session) => session.address ?? t("sessions.unknown"), sortable: false },
      {
        id: "since",
        header: t("sessions.since"),
        value: (session) => session.signedInAt,
        sortable: false,
        cell: (session) => format.dateTime(session.signedInAt, { short: true }),
      },
      {
        id: "used",
        header: t("sessions.used"),
        value: (session) => session.usedAt,
        sortable: false,
        cell: (session) => format.dateTime(session.usedAt, { short: true }),
      },
      {
        id: "act",
        header: t("sessions.act"),
        value: () => null,
        sortable: false,
        cell: (session) =>
          session.current ? (
            <span className={styles.here}>{t("sessions.here")}</span>
          ) : (
            <Button variant="default" size="sm" disabled={busy} onClick={() => end(session.id)}>
              {t("sessions.end")}
            </Button>
          ),
      },
    ],
    [t, format, end, busy],
  );
}
