import { useCallback, useEffect, useRef, useState } from "react";
import { client } from "../apollo/client.ts";
import { isOnline } from "../online/online.ts";
import { TOUCH } from "./entry-documents.ts";

/** Somebody else who has the entry open. `field`: where they are. */
export type Other = { readonly name: string; readonly field: string | null; readonly since: string };

/** Tells the server every 15 seconds that this person has the entry open and in which field; answers who else has. */
export function usePresence(
  entryId: string,
  active: boolean,
): { readonly others: readonly Other[]; readonly enter: (field: string) => void } {
  const [others, setOthers] = useState<readonly Other[]>([]);
  const field = useRef<string | null>(null);
  const touch = useCallback(
    async (gone = false): Promise<void> => {
      if (!isOnline() || document.visibilityState !== "visible") return;
      const input = { entryId, field: field.current, gone };
      try {
        const { data } = await client.mutate({ mutation: TOUCH, variables: { input }, context: { quietSession: true } });
        setOthers(data?.touchEntry.others ?? []);
      } catch {
        // presence is a courtesy: without it everything works
      }
    },
    [entryId],
  );
  useEffect(() => {
    if (!active) return undefined;
    void touch();
    const timer = setInterval(() => void touch(), BEAT_MS);
    return () => {
      clearInterval(timer);
      void touch(true);
    };
  }, [active, touch]);
  const enter = useCallback(
    (next: string): void => {
      if (field.current === next) return;
      field.current = next;
      if (active) void touch();
    },
    [active, touch],
  );
  return { others, enter };
}

const BEAT_MS = 15_000;
