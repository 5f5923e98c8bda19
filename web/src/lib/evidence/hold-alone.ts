/**
 * Runs the work unless another tab runs work of the same name; answers whether it was run. Browsers that have no locks (pages without TLS) run it
 * in every tab.
 */
export async function holdAlone(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!("locks" in navigator)) {
    await work();
    return true;
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    await work();
    return true;
  });
}
