import { Button, Select, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { JudgesQuery } from "../../../gql/graphql.ts";
import { useConnection } from "../../../lib/apollo/use-connection.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import styles from "../judges.module.css";
import { useJudgeColumns } from "./judge-columns.tsx";
import { JUDGES } from "./judges.query.ts";
import { type JudgedRound, RoundJudgesFrame } from "./round-judges-frame.tsx";

const pick = (data: JudgesQuery): JudgesQuery["judges"] => data.judges;

/** The judges of a round, for its chair: who answered, where they sit, how much they have. Inviting and seating are dialogs of this page. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  return (
    <RoundJudgesFrame
      part="judges"
      lead={t("lead")}
      actions={() => (
        <Button component={Link} to="invite">
          {t("invite.open")}
        </Button>
      )}
    >
      {(round) => <JudgesTable round={round} />}
    </RoundJudgesFrame>
  );
}

function JudgesTable({ round }: { readonly round: JudgedRound }): ReactElement {
  const { t } = useTranslation("judges");
  const [search, setSearch] = useSearchParams();
  const list = search.get("list");
  const variables = {
    roundId: round.id,
    waiting: list === "waiting" ? true : list === "seated" ? false : null,
    search: search.get("find") || null,
  };
  const { rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(JUDGES, { variables, pick });
  const columns = useJudgeColumns(round.id);
  const set = (key: string, value: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <div className={`${styles.acts} ${styles.gap}`}>
        <TextInput
          aria-label={t("find")}
          placeholder={t("find")}
          value={search.get("find") ?? ""}
          onChange={(event) => set("find", event.currentTarget.value)}
        />
        <Select
          aria-label={t("list.label")}
          data={[
            { value: "", label: t("list.all") },
            { value: "seated", label: t("list.seated") },
            { value: "waiting", label: t("list.waiting") },
          ]}
          allowDeselect={false}
          value={list ?? ""}
          onChange={(value) => set("list", value)}
        />
      </div>
      <DataTable
        label={t("parts.judges")}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        orderedByServer
        plain
        loading={loading}
        error={error && rows.length === 0 ? <QueryError error={error} retry={refetch} /> : undefined}
        empty={{ what: t("empty") }}
        more={{ hasMore, loading: loadingMore, load: loadMore }}
      />
    </>
  );
}
