import { Button, Modal } from "@mantine/core";
import { type FormEvent, type ReactElement, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../lib/refusals/failure.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary, type FormProblem } from "../../ui/error-summary.tsx";
import styles from "./area.module.css";

/** A form in a dialog that has an address of its own: its problems on top, one button that says the act, and the way back. */
export function RouteDialog(props: {
  readonly title: string;
  readonly act: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useTranslation("common");
  const labels = useFieldLabels();
  const found = useFormProblems(props.failure);
  const problems = useMemo(() => found.map((problem) => labelled(problem, labels)), [found, labels]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} size="lg" closeButtonProps={{ "aria-label": t("close") }}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <ErrorSummary problems={problems} />
        {props.children}
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={props.busy}>
            {props.act}
          </Button>
        </div>
      </form>
    </Modal>
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
    }),
    [t],
  );
}
