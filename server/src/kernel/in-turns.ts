import { setImmediate as nextTurn } from "node:timers/promises";

/** Long work in steps: it yields wherever others may have their turn, and gives its result at the end. What it gives does not hang on where. */
export type Steps<T> = Generator<void, T, void>;

/** Milliseconds after which others have their turn. */
const TURN = 25;

/** The result of long work, done in turns with whatever else the process has to do, so that nobody else waits for all of it. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < TURN) continue;
    await nextTurn();
    began = performance.now();
  }
}

/** The same result without a pause, for small work and for whoever has nothing else to do. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
