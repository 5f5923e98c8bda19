import { startedBy, stillTogether } from "./ancestors.ts";

/**
 * Calls back when this process is asked to stop: by Ctrl-C, by SIGTERM or SIGHUP, or because the `npx` or `pnpm` that started it is
 * gone (signals to those do not always reach us). A second Ctrl-C, once the first had some seconds, ends it at once.
 */
export function onStop(stop: (reason: string) => void): void {
  let asked = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (asked > 0 && signal === "SIGINT" && performance.now() - asked > 3000) process.exit(130);
      asked ||= performance.now();
      stop(signal);
    });
  const chain = process.platform === "win32" ? [] : startedBy();
  if (chain.length === 0) return;
  const watch = setInterval(
    () => {
      if (stillTogether(chain)) return;
      clearInterval(watch);
      stop("the program that started it has ended");
    },
    process.platform === "linux" ? 250 : 2000,
  );
  watch.unref();
}
