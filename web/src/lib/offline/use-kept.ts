import { useCallback, useEffect, useState } from "react";
import { useOnline } from "../online/online.ts";
import { type Failure, failureOf } from "../refusals/failure.ts";
import { useMe } from "../session/me.ts";
import { keep, kept } from "./store.ts";

/** An answer of the server, or the last one that this device has kept. */
export type Kept<Value> = {
  readonly value: Value | null;
  /** When it was put by; null while it is what the server just said. */
  readonly keptAt: string | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
};

type Stored<Value> = { readonly value: Value; readonly at: string };

/**
 * Asks the server and keeps the answer under the key, so that without a network the last one is shown. Give a stable `ask` (`useCallback`);
 * asked anew when it changes and when the network comes back. A null key asks nothing.
 */
export function useKept<Value>(key: string | null, ask: () => Promise<Value>): Kept<Value> {
  const person = useMe()?.id ?? "";
  const online = useOnline();
  const [state, setState] = useState<Omit<Kept<Value>, "reload"> & { readonly key: string | null }>({ ...NOTHING, key: null });

  const load = useCallback(async () => {
    if (key === null || person === "") return;
    const last = await kept<Stored<Value>>(person, key);
    if (last) setState((now) => (now.key === key && now.value !== null ? now : { key, value: last.value, keptAt: last.at, failure: null }));
    try {
      const value = await ask();
      await keep(person, key, { value, at: new Date().toISOString() });
      setState({ key, value, keptAt: null, failure: null });
    } catch (error) {
      const failure = failureOf(error);
      const stays = failure.kind === "network" ? last : undefined;
      setState({ key, value: stays?.value ?? null, keptAt: stays?.at ?? null, failure: stays ? null : failure });
    }
  }, [key, person, ask]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again as the network comes back
  useEffect(() => {
    void load();
  }, [load, online]);
  return { ...(state.key === key ? state : NOTHING), reload: useCallback(() => void load(), [load]) };
}

const NOTHING = { value: null, keptAt: null, failure: null } as const;
