import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { checkRoundFile, roundFileJsonSchema } from "./round-file.ts";
import defaultInstrument from "./service-performance-default.json" with { type: "json" };

const names = { en: "Award", rw: "Igihembo", id: "Penghargaan" };
const file = {
  formatVersion: 1,
  programme: { code: "service-awards", country: "RW", names },
  round: {
    code: "service-awards-2022",
    names,
    place: { country: "RW", code: "RW" },
    timeZone: "Africa/Kigali",
    illustrative: true,
    stages: [
      { code: "reports", kind: "REPORTING", names, startsAt: "2021-11-01T00:00:00+02:00", endsAt: "2022-11-10T23:59:00+02:00" },
      { code: "results", kind: "PUBLICATION", names, startsAt: "2022-11-25T09:00:00+02:00", endsAt: "2022-12-25T09:00:00+02:00" },
    ],
    instrument: defaultInstrument,
  },
};

/** The file with something else at a path such as `round.stages.0.endsAt`; `undefined` takes it away. */
function changed(path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(file));
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const owner = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
  if (value === undefined) Reflect.deleteProperty(Object(owner), last);
  else Reflect.set(Object(owner), last, value);
  return copy;
}

function problems(path: string, value: unknown): string[] {
  const result = checkRoundFile(changed(path, value));
  return result.ok ? [] : result.problems.map(({ code, field }) => `${field} ${code}`);
}

const metrics = "round.instrument.metrics";
const instrument = "round.instrument";

test.each([
  ["a key nobody knows", "round.colour", "red", "round.colour INVALID_ROUND_FILE"],
  ["a name without Kinyarwanda", "round.names.rw", undefined, "round.names.rw REQUIRED"],
  ["an empty name", "programme.names.id", " ", "programme.names.id REQUIRED"],
  ["another format", "formatVersion", 2, "formatVersion INVALID_VALUE"],
  ["an unknown time zone", "round.timeZone", "Africa/Nowhere", "round.timeZone INVALID_VALUE"],
  ["a date without offset", "round.stages.0.startsAt", "2022-11-01", "round.stages[0].startsAt INVALID_DATE"],
  ["a stage that ends before it begins", "round.stages.1.endsAt", "2022-11-25T08:59:00+02:00", "round.stages[1].endsAt STAGE_ORDER"],
  ["two stages with one code", "round.stages.1.code", "reports", "round.stages[1].code ALREADY_EXISTS"],
  ["no metric", metrics, [], `${metrics} REQUIRED`],
  ["a metric nobody knows", `${metrics}.0.metric`, "SPEED", `${metrics}[0].metric INVALID_VALUE`],
  ["a metric twice", `${metrics}.1.metric`, "PROCESSING_RATE", `${metrics}[1].metric ALREADY_EXISTS`],
  ["a weight of nothing", `${metrics}.0.weight`, 0, `${metrics}[0].weight INVALID_VALUE`],
  ["a weight that is a float", `${metrics}.0.weight`, 0.5, `${metrics}[0].weight INVALID_VALUE`],
  ["a count that shrinks", `${metrics}.2.shrinkage`, 5, `${metrics}[2].shrinkage INVALID_VALUE`],
  ["a target without floor", `${metrics}.0.normalise`, { method: "TARGET", target: 1 }, `${metrics}[0].normalise.floor REQUIRED`],
  [
    "a target on the wrong side",
    `${metrics}.1.normalise`,
    { method: "TARGET", floor: 1, target: 2 },
    `${metrics}[1].normalise.target INVALID_VALUE`,
  ],
  ["completeness above one", `${instrument}.minCompleteness`, "1.1", `${instrument}.minCompleteness INVALID_VALUE`],
  ["a window that ends before it begins", `${instrument}.window.to`, "2021-10", `${instrument}.window.to INVALID_VALUE`],
  [
    "a tie-break on what is not measured",
    `${instrument}.tieBreaks`,
    [{ rule: "HIGHER_METRIC", metric: "ON_TIME_SHARE" }],
    `${instrument}.tieBreaks[0].metric UNKNOWN_REFERENCE`,
  ],
  [
    "a rule after the chair's decision",
    `${instrument}.tieBreaks`,
    [{ rule: "CHAIR_DECISION" }, { rule: "LARGER_VOLUME" }],
    `${instrument}.tieBreaks[0].rule INVALID_VALUE`,
  ],
  ["a tie-break by id", `${instrument}.tieBreaks`, [{ rule: "LOWER_ID" }], `${instrument}.tieBreaks[0].rule INVALID_VALUE`],
  ["a prize for a level that is not ranked", `${instrument}.prizes.0.level`, "CELL", `${instrument}.prizes[0].level UNKNOWN_LEVEL`],
  ["a kind nobody knows", `${instrument}.kind`, "BEAUTY", `${instrument}.kind INVALID_VALUE`],
  ["no instrument", instrument, undefined, `${instrument} REQUIRED`],
])("%s is refused at its path", (_, path, value, expected) => {
  expect(problems(path, value)).toEqual([expected]);
});

test("a whole file is taken, and what it leaves out has its default", () => {
  const short = {
    ...file,
    round: {
      ...file.round,
      illustrative: undefined,
      instrument: {
        kind: "SERVICE_PERFORMANCE",
        window: { from: "2022-01", to: "2022-12" },
        reportingLevel: "SECTOR",
        levels: ["SECTOR"],
        metrics: [{ metric: "ON_TIME_SHARE", weight: "2.5", normalise: { method: "PERCENT_RANK" } }],
      },
    },
  };
  expect(checkRoundFile(short)).toMatchObject({
    ok: true,
    value: { round: { illustrative: false, instrument: { services: "ALL", minVolume: 0, minCompleteness: 0, tieBreaks: [], prizes: [] } } },
  });
});

test("a complete file comes out of the check as it went in, so that an export is what was imported", () => {
  const result = checkRoundFile(file);
  expect(result).toEqual({ ok: true, value: file });
});

test("all problems are told at once", () => {
  const result = checkRoundFile({ formatVersion: 1 });
  expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual(["programme", "round"]);
});

test("the published JSON Schema is current (server/scripts/emit-round-file-schema.ts writes it)", () => {
  const published: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../../schema/round-file.schema.json"), "utf8"));
  expect(published).toEqual(JSON.parse(JSON.stringify(roundFileJsonSchema())));
});

test("the published JSON Schema takes a good file and refuses a key nobody knows", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(roundFileJsonSchema());
  expect(validate(file)).toBe(true);
  expect(validate(changed("round.colour", "red"))).toBe(false);
  expect(validate(changed("round.names.rw", undefined))).toBe(false);
});
