import type { KeyboardEvent } from "react";

/** In a form that is typed from the top: Enter leads to the next field, unless what stands in this one is no mark; Ctrl+Enter sends it. */
export function enterGoesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== "Enter" || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) currentTarget.requestSubmit();
  else if (target.getAttribute("aria-invalid") !== "true") toNext(currentTarget, target);
}

const STEPS = "input:not([type=radio]), textarea, button[type=submit]";

function toNext(form: HTMLFormElement, from: HTMLElement): void {
  const next = [...form.querySelectorAll<HTMLElement>(STEPS)].find(
    (step) => (from.compareDocumentPosition(step) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
  );
  next?.focus();
  if (next instanceof HTMLInputElement && next.type === "text") next.select();
}
