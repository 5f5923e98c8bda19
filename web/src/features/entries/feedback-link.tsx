import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../gql/gql.ts";

const FEEDBACK_IS_THERE = graphql(`
  query FeedbackIsThere($entryId: ID!) {
    entryFeedback(entryId: $entryId) {
      entryId
      stages { stageId }
    }
  }
`);

/** The way to what judges said, where there is any. */
export function FeedbackLink({ entryId }: { readonly entryId: string }): ReactElement | null {
  const { t } = useTranslation("entries");
  const { data } = useQuery(FEEDBACK_IS_THERE, { variables: { entryId } });
  if (!data?.entryFeedback || data.entryFeedback.stages.length === 0) return null;
  return (
    <Button component={Link} to="feedback" variant="default">
      {t("feedback")}
    </Button>
  );
}
