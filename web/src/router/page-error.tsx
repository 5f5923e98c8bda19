import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { isRouteErrorResponse, useRevalidator, useRouteError } from "react-router";
import { ErrorState } from "../ui/error-state.tsx";

/** What stands in a page's place when it could not be shown. */
export function PageError(): ReactElement {
  const error = useRouteError();
  const { t } = useTranslation("common");
  const revalidator = useRevalidator();
  if (isRouteErrorResponse(error) && error.status === 404) return <ErrorState title={t("missing.title")} next={t("missing.next")} />;
  const unreached = error instanceof TypeError;
  return (
    <ErrorState
      title={unreached ? t("failure.networkTitle") : t("failure.faultTitle")}
      kept={t("failure.kept")}
      next={unreached ? t("failure.networkNext") : t("failure.faultNext")}
      code={error instanceof Error && !unreached ? error.message : undefined}
      retry={() => (unreached ? void revalidator.revalidate() : location.reload())}
    />
  );
}
