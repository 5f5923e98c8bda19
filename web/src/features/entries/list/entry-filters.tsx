import { NativeSelect, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import styles from "../entries.module.css";
import { STATES } from "../entry-states.ts";
import type { EntryRound } from "./entry-rounds.ts";

/** Which round, and what narrows its list; it lives in the URL. */
export function EntryFilters(props: { readonly round: EntryRound; readonly rounds: readonly EntryRound[] }): ReactElement {
  const { t } = useTranslation("entries");
  const [search, setSearch] = useSearchParams();
  const put = (key: string, value: string): void =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === "") next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const states = [{ value: "", label: t("list.any") }, ...STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))];
  const orders = ORDERS.map((order) => ({ value: order === "NEWEST" ? "" : order, label: t(`list.${order}`) }));
  return (
    <search className={styles.filters}>
      <NativeSelect
        label={t("list.round")}
        value={props.round.code}
        data={props.rounds.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => put("round", event.currentTarget.value)}
      />
      <TextInput
        label={t("list.find")}
        type="search"
        defaultValue={search.get("find") ?? ""}
        onChange={(event) => put("find", event.currentTarget.value)}
      />
      <NativeSelect
        label={t("list.state")}
        value={search.get("state") ?? ""}
        data={states}
        onChange={(event) => put("state", event.currentTarget.value)}
      />
      <NativeSelect
        label={t("list.order")}
        value={search.get("order") ?? ""}
        data={orders}
        onChange={(event) => put("order", event.currentTarget.value)}
      />
    </search>
  );
}

const ORDERS = ["NEWEST", "LONGEST_HELD", "TITLE"] as const;
