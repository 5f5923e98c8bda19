import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";

/** An address that leads nowhere. */
export function Component(): ReactElement {
  const { t } = useTranslation("common");
  const { language } = useParams();
  return (
    <Page title={t("missing.title")} width="narrow">
      <EmptyState what={t("missing.next")} action={<Link to={`/${language}/app`}>{t("missing.home")}</Link>} />
    </Page>
  );
}
