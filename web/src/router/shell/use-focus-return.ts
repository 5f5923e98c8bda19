import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** How long a closing dialog may take to leave the page, and the page under it to be drawn anew, in milliseconds: long on a slow phone. */
const CLOSING = 5000;

/**
 * Dialogs are pages of their own, so closing one is going elsewhere and takes the focused control away. The focus then goes back to
 * what had it before: to the same control, or, where the page was drawn anew, to the link with the same address.
 */
export function useFocusReturn(): void {
  const outside = useRef<HTMLElement | null>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !isInDialog(target) && target !== document.body) outside.current = target;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: to be done at each change of place
  useEffect(() => {
    const until = performance.now() + CLOSING;
    let frame = requestAnimationFrame(function look() {
      const has = document.activeElement;
      const lost = has === null || has === document.body || !has.isConnected;
      if (lost && document.querySelector("[role=dialog]") === null) standIn(outside.current)?.focus({ preventScroll: true });
      // Also once it is back: an answer that comes later may draw the page anew and lose it again.
      if (performance.now() < until) frame = requestAnimationFrame(look);
    });
    const stop = (): void => cancelAnimationFrame(frame);
    // Whoever clicks into the empty page means to have no focus.
    document.addEventListener("pointerdown", stop, { once: true });
    return () => {
      document.removeEventListener("pointerdown", stop);
      stop();
    };
  }, [pathname]);
}

function isInDialog(element: Element): boolean {
  return element.closest("[role=dialog]") !== null;
}

/** The element itself while it is on the page, else the link that leads where it led. */
function standIn(element: HTMLElement | null): HTMLElement | null {
  const href = element?.getAttribute("href");
  if (element?.isConnected !== false || href == null) return element;
  return document.querySelector<HTMLElement>(`main a[href="${CSS.escape(href)}"]`);
}
