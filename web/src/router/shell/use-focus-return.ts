import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * Dialogs are pages of their own, so closing one is going elsewhere and takes the focused control away. The focus then goes back to
 * what had it before, when that is still there.
 */
export function useFocusReturn(): void {
  const outside = useRef<HTMLElement | null>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.closest("[role=dialog]") === null && target !== document.body) outside.current = target;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: to be done at each change of place
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost && document.querySelector("[role=dialog]") === null) outside.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
}
