import { useAct } from "../apollo/use-act.ts";
import type { Failure } from "../refusals/failure.ts";
import {
  CHECK_ENTRY,
  ENDORSE_ENTRY,
  EXCLUDE_ENTRY,
  RESUME_ENTRY,
  RETURN_ENTRY,
  SUBMIT_ENTRY,
  WITHDRAW_ENTRY,
} from "./custody-documents.ts";

/** Steps that a person takes on the entry's own page; verifying has a page of its own. */
export type StepName = "submit" | "endorse" | "check" | "return" | "exclude" | "withdraw" | "resume";

/** What a step says beside the entry. */
export type StepWords = {
  readonly reason?: string;
  readonly fieldReasons?: readonly { readonly field: string; readonly reason: string }[];
};

export type Step = {
  /** True when it was taken. */
  readonly take: (act: StepName, entry: { readonly id: string; readonly version: number }, words?: StepWords) => Promise<boolean>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly forget: () => void;
};

/** Takes steps of custody; what shows the entry is brought up to date by the answer. */
export function useStep(): Step {
  const acts = {
    submit: useAct(SUBMIT_ENTRY),
    endorse: useAct(ENDORSE_ENTRY),
    check: useAct(CHECK_ENTRY),
    resume: useAct(RESUME_ENTRY),
    return: useAct(RETURN_ENTRY),
    exclude: useAct(EXCLUDE_ENTRY),
    withdraw: useAct(WITHDRAW_ENTRY),
  };
  const all = Object.values(acts);
  return {
    async take(act, { id, version }, { reason = "", fieldReasons = [] } = {}) {
      for (const one of all) one.forget();
      const seen = { id, version };
      if (act === "return") return (await acts.return.act({ input: { ...seen, reason, fieldReasons: [...fieldReasons] } })) !== null;
      if (act === "exclude") return (await acts.exclude.act({ input: { ...seen, reason } })) !== null;
      if (act === "withdraw") return (await acts.withdraw.act({ input: { ...seen, reason: reason || null } })) !== null;
      return (await acts[act].act({ input: seen })) !== null;
    },
    busy: all.some(({ busy }) => busy),
    failure: all.find(({ failure }) => failure !== null)?.failure ?? null,
    forget: () => {
      for (const one of all) one.forget();
    },
  };
}
