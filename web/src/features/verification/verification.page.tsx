import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import { CustodyBar } from "../../lib/custody/custody-bar.tsx";
import { EVIDENCE_PIECE, EVIDENCE_SHELF } from "../../lib/evidence/evidence-documents.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { Actions } from "./actions.tsx";
import { Figures } from "./figures.tsx";
import { VERIFICATION, VERIFICATION_PARTS } from "./verification-documents.ts";
import { Workbench } from "./workbench.tsx";

/** The verification of one entry: its evidence, and beside it the rows in which a level is said. */
export function Component(): ReactElement {
  const { t } = useTranslation("verification");
  const language = useLanguage();
  const { entryId = "" } = useParams();
  const { data, error, refetch } = useQuery(VERIFICATION, { variables: { entryId }, fetchPolicy: "cache-and-network" });
  const home = { label: t("title"), to: `/${language}/app/verification` };
  const found = data?.verification;
  const verification = readFragment(VERIFICATION_PARTS, found ?? null);
  if (error && !found)
    return (
      <Page title={t("title")} breadcrumbs={[home]}>
        <QueryError error={error} retry={() => void refetch()} />
      </Page>
    );
  if (!found || !verification) return <Page title={t("title")} breadcrumbs={[home]} loading />;
  const { title, agency, region, round } = found.entry;
  const shelf = readFragment(EVIDENCE_SHELF, found.evidence);
  const fields = verification.rows.map(({ indicator, name }) => ({ key: indicator, label: name }));
  return (
    <Page
      title={title}
      lead={t("of", { office: agency?.name ?? t("regional"), region: region.name, round: round?.name ?? "" })}
      breadcrumbs={[home, { label: title }]}
      actions={<Actions key={verification.id} verification={verification} />}
    >
      {verification.inSample ? null : <Notice kind="locked" title={t("notInSample")} />}
      {verification.entry.state === "VERIFIED" ? <Notice kind="saved" title={t("done")} /> : null}
      <Figures verification={verification} roundId={round?.id ?? null} regionId={region.id} />
      <Workbench key={verification.id} verification={verification} pieces={readFragment(EVIDENCE_PIECE, shelf.items)} />
      <CustodyBar entryId={verification.id} fields={fields} onDone={() => void refetch()} />
    </Page>
  );
}
