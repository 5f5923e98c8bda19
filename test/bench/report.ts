import type { EveningResult } from "./evening/evening-case.ts";
import type { ImportResult } from "./import-case.ts";
import type { IndexResult } from "./index-case.ts";
import type { JudgingResult } from "./judging/judging-case.ts";
import type { TableResult } from "./judging/table-case.ts";
import type { Result } from "./measure.ts";
import type { PublishResult } from "./publish-case.ts";
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
  say(`  the same, all of them changed since      ${ms(result.pageAnew)}`);
  say(`  the offices of one region                ${ms(result.offices)}`);
}

/** A country's standing read anew: milliseconds, and how many times a bare sum over the same reports. */
export function printStanding({ reports, rows, sectors, districts, bare }: StandingResult, say: (line: string) => void): void {
  const times = (milliseconds: number) => `${milliseconds.toFixed(1)} ms, ${(milliseconds / bare).toFixed(1)} times bare`;
  say(`the standing of ${rows} sectors over ${reports} reports, read anew; one statement that adds the reports up: ${bare.toFixed(1)} ms`);
  say(`  sectors                                  ${times(sectors)}`);
  say(`  districts                                ${times(districts)}`);
}

export function printPublish({ reports, publication, bare }: PublishResult, say: (line: string) => void): void {
  const s = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  say(`a country's results published, ${reports} reports locked: ${s(publication)}; one statement that locks them: ${s(bare)}`);
}

/** The assignment of a large jury: milliseconds, and how many times one look at each possible pair. */
export function printJudging({ entries, judges, perEntry, bare, assigned, lacking }: JudgingResult, say: (line: string) => void): void {
  const times = (milliseconds: number) => `${milliseconds.toFixed(0)} ms, ${(milliseconds / bare).toFixed(0)} times bare`;
  say(`${perEntry} of ${judges} judges for each of ${entries} entries; one look at each possible pair: ${bare.toFixed(1)} ms`);
  say(`  assigned and connected                   ${times(assigned)}`);
  say(`  too few judges, and what would help      ${times(lacking)}`);
}

/** The chair's table of a large jury: milliseconds, how many times one reading of all marks, and how long nobody else was answered. */
export function printTable({ entries, judges, perEntry, answers, bare }: TableResult, say: (line: string) => void): void {
  say(
    `the table of ${entries} entries, ${judges} judges, ${perEntry} cards each; one statement that reads all marks: ${bare.toFixed(1)} ms`,
  );
  for (const { what, taken } of answers) {
    const times = `${(taken.whole / bare).toFixed(1)} times bare`;
    say(`  ${what.padEnd(40)} ${taken.whole.toFixed(0)} ms, ${times}; the server was held for ${taken.held.toFixed(0)} ms at most`);
  }
}

/** An evening of judging: latencies in milliseconds, and that nothing was lost. */
export function printEvening(result: EveningResult, say: (line: string) => void): void {
  const { judges, saved, saves, lost, twice, seconds, middle, p95, slowest, down, again } = result;
  const whole = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;
  say(`${judges} judges saved ${saved} marks by ${saves} saves in ${seconds.toFixed(0)} s, the server killed in the middle and back`);
  say(`  after ${whole(down)}`);
  say(`  lost ${lost}, written twice ${twice}, sent again ${again}`);
  say(`  a save is answered in ${whole(middle)} (middle), ${whole(p95)} (19 of 20), ${whole(slowest)} (slowest)`);
}

/** Searches of places: milliseconds of the middle one and of the slowest twentieth. */
export function printSearch({ areas, samples }: SearchResult, say: (line: string) => void): void {
  say(`a place among ${areas}: the middle search, and one in twenty is slower than`);
  for (const { what, middle, slow } of samples) say(`  ${what.padEnd(40)} ${middle.toFixed(1)} ms, ${slow.toFixed(1)} ms`);
}

function row([question = "", way = "", ...numbers]: readonly string[]): string {
  return `${question.padEnd(24)}${way.padEnd(22)}${numbers.map((number) => number.padStart(11)).join("")}`;
}
