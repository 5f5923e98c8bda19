import type { ReactElement, ReactNode } from "react";

/** A term of the method with what it says. */
export function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
