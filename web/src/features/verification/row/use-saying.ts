import { useRef, useState } from "react";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import type { Failure } from "../../../lib/refusals/failure.ts";
import { SET_VERIFIED_LEVEL, VERIFICATION_PARTS, type VerificationRow } from "../verification-documents.ts";

/** The reader's own level and note of a row, and how they are said. */
export type Saying = {
  /** What was pressed last, even before the server has it; back to what it has when it refuses. */
  readonly level: number | null;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly say: (level: number) => void;
  /** Sends the note, once there is a level for it. */
  readonly sayNote: () => void;
  readonly saved: "saving" | "failed" | "saved" | null;
  readonly failure: Failure | null;
};

/** Says levels one after the other: what is pressed while one is on its way stands at once and follows it. */
export function useSaying(entryId: string, row: VerificationRow): Saying {
  const own = row.opinions.find(({ mine }) => mine);
  const { act, busy, failure } = useAct(SET_VERIFIED_LEVEL);
  const [note, setNote] = useState(own?.note ?? "");
  const [said, setSaid] = useState(false);
  const [pressed, setPressed] = useState<number | null>(null);
  const waiting = useRef<number | null>(null);
  const running = useRef(false);
  const latest = useRef({ note, version: row.version });
  latest.current = { note, version: row.version };
  const level = pressed ?? own?.level ?? null;

  const sendAll = async (): Promise<void> => {
    let { version } = latest.current;
    while (waiting.current !== null) {
      const next = waiting.current;
      waiting.current = null;
      const input = { entryId, indicator: row.indicator, level: next, note: latest.current.note.trim() || null, version };
      const data = await act({ input });
      setSaid(data !== null);
      const after = readFragment(VERIFICATION_PARTS, data?.setVerifiedLevel.verification ?? null);
      version = after?.rows.find(({ indicator }) => indicator === row.indicator)?.version ?? version;
      if (data === null) waiting.current = null;
    }
  };
  const say = (next: number): void => {
    if (!row.canSay) return;
    waiting.current = next;
    setPressed(next);
    if (running.current) return;
    running.current = true;
    void sendAll().finally(() => {
      running.current = false;
      setPressed(null);
    });
  };
  const sayNote = (): void => {
    if (level !== null && (own?.note ?? "") !== note.trim()) say(level);
  };
  const saved = busy ? "saving" : failure ? "failed" : said ? "saved" : null;
  return { level, note, setNote, say, sayNote, saved, failure };
}
