import { Button, Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { AuditQuery } from "../../gql/graphql.ts";
import { DateField } from "../../ui/dates/date-field.tsx";
import styles from "./audit.module.css";
import { useAuditWords } from "./audit-words.ts";

/** What narrows the record; it lives in the address. */
export function AuditFilters({ known }: { readonly known: AuditQuery["auditVocabulary"] | undefined }): ReactElement {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
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
  const any = { value: "", label: t("any") };
  const choice = (key: "type" | "verb", all: readonly { readonly value: string; readonly label: string }[]) => {
    const value = search.get(key) ?? "";
    const listed = all.some((one) => one.value === value) || value === "" ? all : [...all, { value, label: value }];
    return { value, data: [any, ...listed], allowDeselect: false, searchable: true, onChange: (next: string | null) => put(key, next) };
  };
  return (
    <search className={styles.filters}>
      <Select
        label={t("thing")}
        {...choice(
          "type",
          (known?.subjectTypes ?? []).map((value) => ({ value, label: words.subject(value) })),
        )}
      />
      <Select
        label={t("act")}
        {...choice(
          "verb",
          (known?.verbs ?? []).map((value) => ({ value, label: words.verb(value) })),
        )}
      />
      <DateField label={t("from")} value={search.get("from") ?? ""} onChange={(day) => put("from", day)} />
      <DateField label={t("to")} value={search.get("to") ?? ""} onChange={(day) => put("to", day)} />
      {search.has("subject") || search.has("actor") ? (
        <p className={styles.one}>
          {t("ofOne")}{" "}
          <Button variant="default" size="sm" onClick={() => setSearch({}, { replace: true })}>
            {t("clear")}
          </Button>
        </p>
      ) : null}
    </search>
  );
}
