import { useCallback } from "react";
import { type NavigateOptions, type To, useLocation, useNavigate } from "react-router";

/** Goes elsewhere in the app, as `useNavigate` does. */
export type NavigateOnce = (to: To, options?: NavigateOptions) => void;

/**
 * For dialogs with an address of their own, which close by going to the page under them: whoever presses Escape or Cancel twice goes
 * there once. A closing dialog still stands for a moment while the browser has left its address; "up" from there would be a page too far.
 */
export function useNavigateOnce(): NavigateOnce {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useCallback(
    (to, options) => {
      if (location.pathname === pathname) void navigate(to, options);
    },
    [navigate, pathname],
  );
}
