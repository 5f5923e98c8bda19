import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@isonga/schema/languages";
import { Button, NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.ts";
import type { CommentsToApplicantsQuery } from "../../../gql/graphql.ts";
import { useConnection } from "../../../lib/apollo/use-connection.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import styles from "../../../lib/translations/translations.module.css";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SkeletonLines } from "../../../ui/page.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import { JudgingFrame, type JudgingRound } from "../judging-frame.tsx";
import { ByMachine } from "./by-machine.tsx";
import { CommentTranslation } from "./comment-translation.tsx";
import { COMMENT_PARTS, COMMENTS } from "./comments.query.ts";

/** What judges said to applicants, side by side with its translation, for whoever prepares it for them. Whose a comment is stays untold. */
export function Component(): ReactElement {
  const { t } = useTranslation("judging");
  return (
    <JudgingFrame part="comments" lead={t("comments.lead")}>
      {(round) => <Comments round={round} />}
    </JudgingFrame>
  );
}

const SHOWN = ["lacking", "all"] as const;

function Comments({ round }: { readonly round: JudgingRound }): ReactElement {
  const { t } = useTranslation("judging");
  const mine = useLanguage();
  const [search, setSearch] = useSearchParams();
  const into: Language = LANGUAGES.find((language) => language === search.get("into")) ?? mine;
  const shown = SHOWN.find((one) => one === search.get("show")) ?? "lacking";
  const list = useConnection(COMMENTS, { variables: { roundId: round.id, into, lacking: shown === "lacking" }, pick });
  const comments = list.rows.map((row) => readFragment(COMMENT_PARTS, row));
  const change = (changed: object): void => setSearch({ into, show: shown, ...changed }, { replace: true, preventScrollReset: true });
  return (
    <>
      <div className={styles.tools}>
        <NativeSelect
          label={t("comments.into")}
          value={into}
          data={LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] }))}
          onChange={(event) => change({ into: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("comments.show")}
          value={shown}
          data={SHOWN.map((value) => ({ value, label: t(`comments.shown.${value}`) }))}
          onChange={(event) => change({ show: event.currentTarget.value })}
        />
        {list.data?.canMachineTranslate && comments.some(({ viewerCan }) => viewerCan.translate) ? (
          <ByMachine key={into} roundId={round.id} into={into} onDone={list.refetch} />
        ) : null}
      </div>
      {list.error && !list.data ? <QueryError error={list.error} retry={list.refetch} /> : null}
      {list.loading ? <SkeletonLines /> : null}
      {list.data && comments.length === 0 ? <EmptyState what={t(`comments.empty.${shown}`)} /> : null}
      {comments.map((comment, index) => (
        <CommentTranslation
          key={`${into}-${comment.id}`}
          roundId={round.id}
          comment={comment}
          into={into}
          label={t("comments.label", {
            ...comment,
            number: comments.slice(0, index).filter(({ reference }) => reference === comment.reference).length + 1,
          })}
        />
      ))}
      {list.hasMore ? (
        <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
          {t("comments.more")}
        </Button>
      ) : null}
    </>
  );
}

function pick(data: CommentsToApplicantsQuery): CommentsToApplicantsQuery["commentsToApplicants"] {
  return data.commentsToApplicants;
}
