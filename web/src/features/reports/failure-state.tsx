import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { type Failure, failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { ErrorState } from "../../ui/error-state.tsx";

/** Why a page could not be shown: the server's no, no network, or a fault with its code. */
export function FailureState(props: { readonly error: unknown; readonly retry?: () => void }): ReactElement {
  return <KnownFailure failure={failureOf(props.error)} {...(props.retry ? { retry: props.retry } : {})} />;
}

/** The same for a failure that has been sorted already. */
export function KnownFailure({ failure, retry }: { readonly failure: Failure; readonly retry?: () => void }): ReactElement {
  const { t } = useTranslation("common");
  const words = useFailureWords();
  const again = retry ? { retry } : {};
  if (failure.kind === "network") return <ErrorState title={t("failure.networkTitle")} next={t("failure.networkNext")} {...again} />;
  if (failure.kind === "refused") return <ErrorState title={words(failure)} next="" />;
  return <ErrorState title={t("failure.faultTitle")} next={t("failure.faultNext")} code={failure.faultId} {...again} />;
}
