import type { AnswerValue } from "@isonga/schema/entry-form";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Base } from "./entry-view.ts";

/** What a control shows while it is written in, and how it hands that over. */
export type DraftValue = {
  readonly value: AnswerValue | undefined;
  readonly change: (value: AnswerValue) => void;
  /** Hands over what was written at once: on leaving the control, on a choice. */
  readonly flush: () => void;
};

/** How a control's value is known and kept. `base` is asked when writing begins, so that what came meanwhile is never overwritten unseen. */
export type DraftSource = {
  readonly value: AnswerValue | undefined;
  readonly base: () => Base;
  /** Notes it at once, with every key. */
  readonly note: (value: AnswerValue, base: Base) => void;
  /** Answers the key of the act that carries it, null when it is kept in another way. */
  readonly write: (value: AnswerValue, base: Base) => Promise<string | null>;
};

type Typed = { readonly value: AnswerValue; readonly base: Base };

/** The value of a control between two savings: noted at once, kept 0.7 s after the last change, on leaving, and when the page goes. */
export function useDraftValue({ value, base, note, write }: DraftSource): DraftValue {
  const [typed, setTyped] = useState<Typed | null>(null);
  const now = useRef<Typed | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const source = useRef({ base, note, write });
  source.current = { base, note, write };

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const writing = now.current;
    if (!writing) return;
    now.current = null;
    void source.current.write(writing.value, writing.base).then((key) => {
      // What was written meanwhile stands on top of what has just been handed over.
      if (now.current && key !== null) now.current = { ...now.current, base: { version: writing.base.version, after: key } };
      if (!now.current) setTyped(null);
    });
  }, []);

  const change = useCallback(
    (next: AnswerValue) => {
      now.current = { value: next, base: now.current?.base ?? source.current.base() };
      setTyped(now.current);
      source.current.note(next, now.current.base);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, SAVE_MS);
    },
    [flush],
  );

  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === "hidden") flush();
    };
    document.addEventListener("visibilitychange", onHidden);
    globalThis.addEventListener("pagehide", flush);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      globalThis.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);

  return { value: typed ? typed.value : value, change, flush };
}

const SAVE_MS = 700;
