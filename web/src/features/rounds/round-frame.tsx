import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useRefusalWords } from "../../lib/refusals/use-refusal-words.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { type RoundParts, useRound } from "./use-round.ts";

/** A page about one round: its way, its skeleton, what is said when it cannot be read or is not there. */
export function RoundFrame(props: {
  /** The page's own name, below the round's; the round's page itself has none. */
  readonly title?: string;
  readonly width?: "narrow" | "wide";
  readonly actions?: (round: RoundParts) => ReactNode;
  readonly lead?: (round: RoundParts) => ReactNode;
  /** Whether the reader may do what the page is for; whoever may not is told so before typing anything. */
  readonly allowed?: (round: RoundParts) => boolean;
  readonly children: (round: RoundParts) => ReactNode;
}): ReactElement {
  const { t } = useTranslation(["rounds", "common"]);
  const language = useLanguage();
  const words = useRefusalWords();
  const { round, loading, error, missing, refetch } = useRound();
  const rounds = { label: t("rounds"), to: `/${language}/app/rounds` };
  const breadcrumbs =
    props.title === undefined
      ? [rounds, { label: round?.name ?? "…" }]
      : [rounds, { label: round?.name ?? "…", to: `/${language}/app/rounds/${round?.code ?? ""}` }, { label: props.title }];
  return (
    <Page
      title={props.title ?? round?.name ?? t("rounds")}
      breadcrumbs={breadcrumbs}
      loading={loading}
      {...(props.width ? { width: props.width } : {})}
      lead={round ? props.lead?.(round) : undefined}
      actions={round ? props.actions?.(round) : undefined}
    >
      {error && !round ? (
        <ErrorState title={t("common:failure.networkTitle")} next={t("common:failure.networkNext")} retry={refetch} />
      ) : null}
      {missing ? <EmptyState what={t("common:missing.next")} /> : null}
      {round && props.allowed?.(round) === false ? <EmptyState what={words({ code: "FORBIDDEN" })} /> : null}
      {round && props.allowed?.(round) !== false ? props.children(round) : null}
    </Page>
  );
}
