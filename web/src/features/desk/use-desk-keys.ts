import { useEffect, useRef, useState } from "react";
import { isTyping } from "../../lib/keys/is-typing.ts";

/** What keys do on a page of the desk. `sign` also while somebody writes; all others only then not. */
export type DeskKeys = { readonly sign?: () => void; readonly [key: string]: (() => void) | undefined };

/** Listens for keys on the whole page, but not under a dialog. Single letters can be switched off: some people's tools type them. */
export function useDeskKeys(keys: DeskKeys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector("[role=dialog]")) return;
      const isSign = event.key === "Enter" && (event.ctrlKey || event.metaKey);
      const isSingle = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && singleKeys();
      const act = isSign ? now.current["sign"] : isSingle ? now.current[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Whether single letters work as keys on this device, and how to change it. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(singleKeys);
  const change = (next: boolean): void => {
    localStorage.setItem(NAME, next ? "on" : "off");
    setOn(next);
  };
  return [on, change];
}

const NAME = "isonga-desk-keys";

function singleKeys(): boolean {
  return localStorage.getItem(NAME) !== "off";
}
