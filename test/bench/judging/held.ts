/** What something took: until it was done, and the longest time in between in which this process answered nobody. Milliseconds. */
export type Taken = { readonly whole: number; readonly held: number };

const TIMES = 5;

/** The middle one of several times, each measured by a turn that is asked for again and again while it runs. */
export async function taken(work: () => Promise<unknown>, times = TIMES): Promise<Taken> {
  const found: Taken[] = [];
  for (let time = 0; time < times; time += 1) found.push(await once(work));
  const middle = (of: (one: Taken) => number) => found.map(of).sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
  return { whole: middle(({ whole }) => whole), held: middle(({ held }) => held) };
}

async function once(work: () => Promise<unknown>): Promise<Taken> {
  const start = performance.now();
  let [last, held, running] = [start, 0, true];
  const turn = (): void => {
    const now = performance.now();
    held = Math.max(held, now - last);
    last = now;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  running = false;
  return { whole: performance.now() - start, held: Math.max(held, performance.now() - last) };
}
