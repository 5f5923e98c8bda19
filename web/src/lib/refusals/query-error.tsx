import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../ui/error-state.tsx";
import { failureOf } from "./failure.ts";
import { useFailureWords } from "./use-refusal-words.ts";

/** Why a query brought nothing: what happened, what to do, the code to quote, and another try. */
export function QueryError(props: { readonly error: unknown; readonly retry?: () => void }): ReactElement {
  const { t } = useTranslation("common");
  const words = useFailureWords();
  const failure = failureOf(props.error);
  const again = props.retry === undefined ? {} : { retry: props.retry };
  if (failure.kind === "network")
    return <ErrorState title={t("failure.networkTitle")} kept={t("failure.kept")} next={t("failure.networkNext")} {...again} />;
  if (failure.kind === "refused") return <ErrorState title={words(failure)} next="" {...again} />;
  return (
    <ErrorState title={t("failure.faultTitle")} kept={t("failure.kept")} next={t("failure.faultNext")} code={failure.faultId} {...again} />
  );
}
