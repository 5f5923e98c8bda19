import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { DelegationsQuery } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { StateBadge, type StateKind } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./account.module.css";
import { DelegationForm } from "./delegation-form.tsx";

const DELEGATIONS = graphql(`
  query Delegations {
    canDelegate
    myDelegations {
      id
      personName
      delegateName
      startsAt
      endsAt
      reason
      state
      canEnd
    }
  }
`);

const END = graphql(`
  mutation EndDelegation($input: EndDelegationInput!, $idempotencyKey: ID) {
    endDelegation(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      delegation {
        id
        endedAt
        state
        canEnd
      }
    }
  }
`);

type Delegation = DelegationsQuery["myDelegations"][number];

/** Who acts for oneself while one is away, and for whom one acts. Shown to whoever has a part in either. */
export function DelegationSection(): ReactElement | null {
  const { t } = useTranslation("custody");
  const failureWords = useFailureWords();
  const { data, refetch } = useQuery(DELEGATIONS, { fetchPolicy: "cache-and-network" });
  const end = useAct(END);
  const [told, setTold] = useState<string | null>(null);
  const columns = useColumns((id) => void end.act({ input: { id } }), end.busy);
  if (!data || (!data.canDelegate && data.myDelegations.length === 0)) return null;
  const saved = (name: string): void => {
    setTold(name);
    void refetch();
  };
  return (
    <Section title={t("delegation.title")}>
      {told === null ? null : <Notice kind="saved" title={t("delegation.saved", { name: told })} takesFocus />}
      {end.failure ? <Notice kind="problem" title={failureWords(end.failure)} takesFocus /> : null}
      {data.canDelegate ? <DelegationForm onSaved={saved} /> : null}
      <div className={styles.below}>
        <DataTable
          label={t("delegation.title")}
          name="delegations."
          columns={columns}
          rows={data.myDelegations}
          rowKey={(row) => row.id}
          plain
          empty={{ what: t("delegation.none") }}
        />
      </div>
    </Section>
  );
}

const KINDS: Readonly<Record<Delegation["state"], StateKind>> = { UPCOMING: "waiting", CURRENT: "saved", ENDED: "locked" };

function useColumns(end: (id: string) => void, busy: boolean): readonly Column<Delegation>[] {
  const { t } = useTranslation("custody");
  const format = useFormat();
  return useMemo(
    (): readonly Column<Delegation>[] => [
      { id: "absent", header: t("delegation.absent"), value: (row) => row.personName, heading: true, sortable: false },
      { id: "delegate", header: t("delegation.delegate"), value: (row) => row.delegateName, sortable: false },
      {
        id: "from",
        header: t("delegation.from"),
        value: (row) => row.startsAt,
        sortable: false,
        cell: (row) => format.dateTime(row.startsAt),
      },
      {
        id: "until",
        header: t("delegation.until"),
        value: (row) => row.endsAt,
        sortable: false,
        cell: (row) => format.dateTime(row.endsAt),
      },
      {
        id: "state",
        header: t("delegation.state"),
        value: (row) => t(`delegation.${row.state}`),
        sortable: false,
        cell: (row) => <StateBadge kind={KINDS[row.state]} word={t(`delegation.${row.state}`)} />,
      },
      {
        id: "end",
        header: t("delegation.what"),
        value: () => null,
        sortable: false,
        cell: (row) =>
          row.canEnd ? (
            <Button variant="default" size="sm" disabled={busy} onClick={() => end(row.id)}>
              {t("delegation.end")}
            </Button>
          ) : (
            "–"
          ),
      },
    ],
    [t, format, end, busy],
  );
}
