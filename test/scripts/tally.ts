import { pathToFileURL } from "node:url";
import type { ScriptResult } from "../../server/scripts/run-script.ts";

/** Counts what passed and failed, and says so as it goes: a line a step with its time, and the output of what failed. */
export class Tally {
  readonly #began = performance.now();
  #passed = 0;
  #failed = 0;

  /** Runs a step that passes or fails as one. */
  async check(name: string, run: () => Promise<ScriptResult>): Promise<void> {
    const began = performance.now();
    const { code, output } = await run();
    if (code !== 0) console.log(output.trimEnd());
    this.add(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, began });
  }

  /** Adds the counts of a step that began at an instant of `performance.now()`. */
  add(name: string, { passed, failed, began }: { readonly passed: number; readonly failed: number; readonly began: number }): void {
    this.#passed += passed;
    this.#failed += failed;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${failed === 0 ? "ok    " : "FAILED"}  ${name}  (${seconds} s)`);
  }

  /** Says the whole time, then the one line that ends a run; the process then ends with 1 if anything failed. */
  finish(): void {
    console.log(`\n${((performance.now() - this.#began) / 1000).toFixed(0)} s in all`);
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    process.exitCode = this.#failed === 0 && this.#passed > 0 ? 0 : 1;
  }
}

/** Whether a module is the program itself, not an import of another. */
export function isMain(url: string): boolean {
  return url === pathToFileURL(process.argv[1] ?? "").href;
}
