import type { ImportResult } from "./import-case.ts";
import type { Result } from "./measure.ts";

/** Requests a second, share of bare, CPU in this process and statements a request; one line a way. */
export function printReads(results: readonly Result[], say: (line: string) => void): void {
  say(row(["", "", "req/s", "of bare", "CPU ms", "statements", "kB"]));
  for (const { question, ways } of results) {
    const bare = ways.find(({ way }) => way === "bare")?.sample.perSecond ?? Number.NaN;
    for (const [index, { way, sample }] of ways.entries()) {
      const { perSecond, cpu, statements, bytes } = sample;
      const numbers = [
        perSecond.toFixed(0),
        (perSecond / bare).toFixed(2),
        cpu.toFixed(2),
        statements.toFixed(1),
        (bytes / 1024).toFixed(1),
      ];
      say(row([index === 0 ? question : "", way, ...numbers]));
    }
  }
}

export function printImport({ rows, platform, bare }: ImportResult, say: (line: string) => void): void {
  say(
    `a whole import of ${rows} rows: ${platform.toFixed(2)} s; COPY and one insert: ${bare.toFixed(2)} s; ${(platform / bare).toFixed(2)} times bare`,
  );
}

function row([question = "", way = "", ...numbers]: readonly string[]): string {
  return `${question.padEnd(24)}${way.padEnd(22)}${numbers.map((number) => number.padStart(11)).join("")}`;
}
