import { useQuery } from "@apollo/client/react";
import type { EntryForm } from "@isonga/schema/entry-form";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { FormRoundQuery, FormVersionFragment, RoundFormQuery } from "../../gql/graphql.ts";
import { GROUND } from "../../lib/entries/entry-documents.ts";
import { toGround } from "../../lib/entries/fetch-entry.ts";
import type { KnownForm, KnownInstrument } from "../../lib/entries/known-entry.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { FORM, FORM_ROUND, FORM_VERSION } from "./form-documents.ts";

export type FormRound = NonNullable<FormRoundQuery["round"]>;

/** A round's form: as it is edited, as an entry is asked, and what it was before. */
export type OpenForm = {
  readonly round: FormRound;
  readonly number: number;
  readonly definition: EntryForm;
  readonly asked: { readonly form: KnownForm; readonly instrument: KnownInstrument };
  /** What regions are asked for themselves; null where the instrument has no rows of theirs. */
  readonly regional: { readonly form: KnownForm; readonly instrument: KnownInstrument } | null;
  readonly versions: readonly FormVersionFragment[];
  readonly reload: () => void;
};

/** A page about the form of the round that the address names. */
export function FormFrame(props: {
  readonly title: (round: FormRound) => string;
  readonly actions?: ReactNode;
  readonly children: (open: OpenForm) => ReactNode;
}): ReactElement {
  const { t } = useTranslation(["forms", "common"]);
  const { code = "" } = useParams();
  const language = useLanguage();
  const asked = useQuery(FORM_ROUND, { variables: { code } });
  const round = asked.data?.round;
  const form = useQuery(FORM, { variables: { roundId: round?.id ?? "" }, skip: !round });
  const open = round && form.dataState === "complete" ? openForm(round, form.data, () => void form.refetch()) : null;
  const error = asked.error ?? form.error;
  const missing = (asked.data && !round) || (form.data && !open);
  return (
    <Page
      title={round ? props.title(round) : t("title")}
      breadcrumbs={[
        { label: t("rounds"), to: `/${language}/app/rounds` },
        { label: round?.name ?? "…", to: `/${language}/app/rounds/${code}` },
        { label: t("title") },
      ]}
      loading={!open && !error && !missing}
      actions={open ? props.actions : undefined}
    >
      {error && !open ? <QueryError error={error} retry={() => void asked.refetch()} /> : null}
      {missing ? <EmptyState what={t("none")} /> : null}
      {open ? props.children(open) : null}
    </Page>
  );
}

function openForm(
  round: FormRound,
  { entryForm, formVersions, entryGround, regional }: RoundFormQuery,
  reload: () => void,
): OpenForm | null {
  const form = entryForm ? readFragment(FORM_VERSION, entryForm) : null;
  if (!form || !entryGround) return null;
  const ofRegions = regional ? toGround(readFragment(GROUND, regional)) : null;
  return {
    round,
    number: form.number,
    definition: form.definition as EntryForm,
    asked: toGround(readFragment(GROUND, entryGround)),
    regional: ofRegions && ofRegions.instrument.indicators.length > 0 ? ofRegions : null,
    versions: (formVersions ?? []).map((version) => readFragment(FORM_VERSION, version)),
    reload,
  };
}
