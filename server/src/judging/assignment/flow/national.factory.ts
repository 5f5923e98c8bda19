import { type AssignmentProblem, DEFAULT_WEIGHTS } from "./assignment-problem.ts";

/** How many entries and judges, and judges each entry asks for. */
export type JurySize = { readonly entries: number; readonly judges: number; readonly perEntry: number };

const AFFAIRS = ["health", "education", "water", "roads", "land", "transport", "records", "licences"] as const;
const LANGUAGES = ["en", "rw", "id"] as const;
const PANELS = ["first", "second", "third", "fourth"] as const;

/** A jury's problem of any size, the same each time: four panels, a tenth more capacity than is asked for, each judge in conflict with one entry in twenty. */
export function nationalJury({ entries, judges, perEntry }: JurySize): AssignmentProblem {
  const chance = mulberry32(2026);
  const among = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(chance() * all.length)] ?? all[0];
  const capacity = Math.ceil(((entries * perEntry) / judges) * 1.1);
  const people = Array.from({ length: judges }, (_, index) => ({
    id: `judge ${index}`,
    capacity,
    expertise: [among(AFFAIRS), among(AFFAIRS), among(AFFAIRS)],
    languages: [among(LANGUAGES), among(LANGUAGES)],
    panels: [PANELS[index % PANELS.length] ?? PANELS[0]],
    load: 0,
  }));
  const works = Array.from({ length: entries }, (_, index) => ({
    id: `entry ${index}`,
    expertise: [among(AFFAIRS)],
    language: among(LANGUAGES),
    panel: PANELS[index % PANELS.length] ?? PANELS[0],
  }));
  const forbidden = works.flatMap(({ id }) =>
    people.flatMap((judge) => (chance() < 0.05 ? [{ entryId: id, judgeId: judge.id, reason: "EMPLOYMENT" }] : [])),
  );
  const rules = { perEntry, fixed: [], weights: DEFAULT_WEIGHTS, wantConnected: true, crossPanels: true, seed: "2026" };
  return { entries: works, judges: people, forbidden, ...rules };
}

/** Numbers from 0 to 1 that are the same for the same seed: Tommy Ettinger's mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
