import { useQuery } from "@apollo/client/react";
import type { PublicationSnapshot } from "@isonga/schema/published-result";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { PreviewPublicationQuery } from "../../gql/graphql.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { useRefusalWords } from "../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { PreviewDocument } from "./decisions.query.ts";
import { PreviewContent } from "./preview-content.tsx";
import { PublishForm } from "./publish-form.tsx";

export type Preview = PreviewPublicationQuery["previewPublication"];
export type Content = Pick<PublicationSnapshot, "round" | "levels" | "prizes">;

/** What would be published, exactly as the public will see it; then embargo and the act itself. */
export function Component(): ReactElement {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const language = useLanguage();
  const { round = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(PreviewDocument, { variables: { round }, fetchPolicy: "network-only" });
  const preview = data?.previewPublication ?? null;
  if (error && !preview) return <Page title={t("publish.crumb")}>{<QueryError error={error} retry={() => void refetch()} />}</Page>;
  if (!preview) return <Page title={t("publish.crumb")} loading={loading} />;
  const content = preview.content as Content;
  const name = format.text(content.round.names);
  const standings = `/${language}/app/standings`;
  return (
    <Page
      title={t("publish.title", { round: name })}
      lead={t("publish.lead", { number: preview.number })}
      breadcrumbs={[
        { label: t("standings"), to: standings },
        { label: name, to: `${standings}/${round}` },
        { label: t("crumb"), to: `${standings}/${round}/decisions` },
        { label: t("publish.crumb") },
      ]}
    >
      <Problems preview={preview} />
      {content.round.illustrative ? <Notice kind="waiting" title={t("publish.illustrative")} /> : null}
      <PreviewContent content={content} />
      {preview.problems.length > 0 ? null : (
        <Section title={t("publish.form")}>
          <PublishForm key={preview.hash} preview={preview} content={content} refetch={() => void refetch()} />
        </Section>
      )}
    </Page>
  );
}

function Problems({ preview }: { readonly preview: Preview }): ReactElement | null {
  const { t } = useTranslation("decisions");
  const words = useRefusalWords();
  const { problems } = preview;
  if (problems.length === 0) return null;
  return (
    <Notice kind="problem" title={t("publish.problems", { count: problems.length })}>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${JSON.stringify(problem.values)}`}>{words(problem)}</li>
        ))}
      </ul>
      <Button component={Link} to="../decisions" relative="path" variant="default">
        {t("crumb")}
      </Button>
    </Notice>
  );
}
