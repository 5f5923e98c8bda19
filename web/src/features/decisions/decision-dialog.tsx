import type { ReactElement } from "react";
import type { Failure } from "../../lib/refusals/failure.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { RouteDialog, type RouteDialogProps } from "../../ui/route-dialog.tsx";

/** A form of the tray in a dialog with an address of its own. */
export function DecisionDialog({ failure, ...props }: RouteDialogProps & { readonly failure: Failure | null }): ReactElement {
  const problems = useFormProblems(failure);
  return <RouteDialog {...props} problems={problems} />;
}
