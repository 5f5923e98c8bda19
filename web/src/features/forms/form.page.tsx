import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Section } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FormEditor } from "./form-editor.tsx";
import { FormFrame, type OpenForm } from "./form-frame.tsx";
import styles from "./forms.module.css";

/** A round's form of entries, edited as data: tasks and typed fields in three languages, tried out beside, with its versions. */
export function Component(): ReactElement {
  const { t } = useTranslation(["forms", "entries"]);
  return (
    <FormFrame
      title={() => t("title")}
      actions={
        <Button component={Link} to="print" variant="default">
          {t("entries:print.blank")}
        </Button>
      }
    >
      {(open) => (
        <>
          <FormEditor key={open.number} open={open} />
          <Section title={t("versions.title")}>
            <Versions versions={open.versions} />
          </Section>
        </>
      )}
    </FormFrame>
  );
}

function Versions({ versions }: Pick<OpenForm, "versions">): ReactElement {
  const { t } = useTranslation("forms");
  const format = useFormat();
  if (versions.length === 0) return <p>{t("versions.platform")}</p>;
  return (
    <ul className={styles.versions}>
      {versions.map(({ number, reason, createdBy, createdAt }) => (
        <li key={number}>
          <strong>{t("versions.number", { number })}</strong>
          {createdAt ? <> · {format.date(createdAt)}</> : null}
          {createdBy === null ? null : <> · {createdBy}</>}
          {reason === null ? null : <p>{reason}</p>}
        </li>
      ))}
    </ul>
  );
}
