import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import type { FormDraft } from "../../lib/drafts/use-form-draft.ts";
import type { Failure } from "../../lib/refusals/failure.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import type { FormProblem } from "../../ui/error-summary.tsx";
import { RouteDialog, type RouteDialogProps } from "../../ui/route-dialog.tsx";

/** A form about an area or an agency in a dialog; its problems name the fields as the form does. */
export function PlaceDialog({
  failure,
  draft,
  children,
  ...props
}: RouteDialogProps & { readonly failure: Failure | null; readonly draft?: FormDraft }): ReactElement {
  const labels = useFieldLabels();
  const found = useFormProblems(failure);
  const problems = useMemo(() => found.map((problem) => labelled(problem, labels)), [found, labels]);
  return (
    <RouteDialog {...props} problems={problems}>
      {draft ? <KeptDraft draft={draft} /> : null}
      {children}
    </RouteDialog>
  );
}

function labelled(problem: FormProblem, labels: Readonly<Record<string, string>>): FormProblem {
  const label = labels[problem.fieldId ?? ""];
  return label === undefined ? problem : { ...problem, label };
}

/** What the fields of all the forms are called, by the ids of their controls. */
function useFieldLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation("places");
  return useMemo(
    () => ({
      code: t("edit.code"),
      "facts-code": t("agency.code"),
      "facts-name": t("edit.name"),
      "facts-population": t("edit.population"),
      "facts-validFrom": t("edit.validFrom"),
      "facts-validTo": t("edit.validTo"),
      "facts-codes": t("area.codes"),
      leagues: t("edit.leagues"),
      parentId: t("move.parent"),
    }),
    [t],
  );
}
