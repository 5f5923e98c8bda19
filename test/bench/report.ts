import type { ImportResult } from "./import-case.ts";
import type { IndexResult } from "./index-case.ts";
import type { Result } from "./measure.ts";
import type { SearchResult } from "./search-case.ts";
import type { StandingResult } from "./standing-case.ts";

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

/** The index at the size of a nation: seconds for all of it, milliseconds for one region and for pages. */
export function printIndex(result: IndexResult, say: (line: string) => void): void {
  const { regions, innovations, claims } = result.size;
  const ms = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;
  const s = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  say(`${regions} regions, ${innovations} innovations, ${claims} claims`);
  say(`  both indices of all regions              ${s(result.all)}`);
  say(`  the standing of all, ranks and reasons   ${s(result.standing)}`);
  say(`  one region right after a change          ${ms(result.oneAfterChange)}`);
  say(`  a page of 50 regions, the first          ${ms(result.page)}`);
  say(`  a page of 50 regions, the third          ${ms(result.deepPage)}`);
  say(`  the offices of one region                ${ms(result.offices)}`);
}

/** A country's standing read anew: milliseconds, and how many times a bare sum over the same reports. */
export function printStanding({ reports, rows, sectors, districts, bare }: StandingResult, say: (line: string) => void): void {
  const times = (milliseconds: number) => `${milliseconds.toFixed(1)} ms, ${(milliseconds / bare).toFixed(1)} times bare`;
  say(`the standing of ${rows} sectors over ${reports} reports, read anew; one statement that adds the reports up: ${bare.toFixed(1)} ms`);
  say(`  sectors                                  ${times(sectors)}`);
  say(`  districts                                ${times(districts)}`);
}

/** Searches of places: milliseconds of the middle one and of the slowest twentieth. */
export function printSearch({ areas, samples }: SearchResult, say: (line: string) => void): void {
  say(`a place among ${areas}: the middle search, and one in twenty is slower than`);
  for (const { what, middle, slow } of samples) say(`  ${what.padEnd(40)} ${middle.toFixed(1)} ms, ${slow.toFixed(1)} ms`);
}

function row([question = "", way = "", ...numbers]: readonly string[]): string {
  return `${question.padEnd(24)}${way.padEnd(22)}${numbers.map((number) => number.padStart(11)).join("")}`;
}
