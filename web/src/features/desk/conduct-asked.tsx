import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Notice } from "../../ui/notice.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./desk.module.css";

/** In place of what is judged, as long as its judge has not accepted the code of conduct that holds now. */
export function ConductAsked({ judgeId }: { readonly judgeId: string }): ReactElement {
  const { t } = useTranslation("desk");
  return (
    <>
      <Notice kind="waiting" title={t("conduct.title")} takesFocus>
        <p>{t("conduct.lead")}</p>
      </Notice>
      <div className={styles.facts}>
        <ToConduct judgeId={judgeId} />
      </div>
    </>
  );
}

/** The way to read and accept it. */
export function ToConduct({ judgeId }: { readonly judgeId: string }): ReactElement {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  return (
    <Button component={Link} to={`/${language}/app/judging/accept/${judgeId}`}>
      {t("conduct.read")}
    </Button>
  );
}
