const TIMES = 5;

/** Milliseconds of the middle one of several times; `before` is not measured. */
export async function median(work: () => Promise<unknown>, before: () => Promise<void> = async () => undefined): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await before();
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN;
}
