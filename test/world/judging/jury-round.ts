import type { Client } from "../client.ts";
import { innovationRoundFile } from "../entries/innovation-round.ts";
import type { JudgingOptions } from "../judging-world.ts";

export type JuryRound = { readonly roundId: string; readonly roundCode: string };

const OPEN = "mutation ($input: StepRoundInput!) { openRound(input: $input) { refusals { code field values } round { state } } }";
const IMPORT =
  "mutation ($input: ImportRoundInput!) { importRound(input: $input) { refusals { code field values } round { id version } } }";

/** Imports and opens a round with a jury of the shape that is told. */
export async function openJuryRound(
  admin: Client,
  options: Pick<JudgingOptions, "rules" | "instrument" | "stages">,
  code = "kipp-2026",
): Promise<JuryRound> {
  const { importRound } = await admin.data<{ importRound: { refusals: object[]; round: { id: string; version: number } | null } }>(IMPORT, {
    input: { text: juryRoundFile(options, code) },
  });
  if (!importRound.round) throw new Error(`The round was not imported: ${JSON.stringify(importRound.refusals)}`);
  const { openRound } = await admin.data<{ openRound: { refusals: object[] } }>(OPEN, { input: importRound.round });
  if (openRound.refusals.length > 0) throw new Error(`The round was not opened: ${JSON.stringify(openRound.refusals)}`);
  return { roundId: importRound.round.id, roundCode: code };
}

/** A round file with a desk stage from 1 July to 1 August 2026 (an hour of grace) and an interview in September, Jakarta time. */
export function juryRoundFile(options: Pick<JudgingOptions, "rules" | "instrument" | "stages"> = {}, code = "kipp-2026"): string {
  const stage = (kind: string, from: string, to: string, more: object = {}) => ({
    code: kind.toLowerCase(),
    kind,
    names: names(kind),
    startsAt: `${from}T00:00:00+07:00`,
    endsAt: `${to}T00:00:00+07:00`,
    ...more,
  });
  return innovationRoundFile(code, () => ({
    stages: [
      stage("SUBMISSION", "2026-03-01", "2026-05-01"),
      stage("CHECK", "2026-03-01", "2026-06-01"),
      stage("VERIFICATION", "2026-03-01", "2026-07-01"),
      stage("JUDGING", "2026-07-01", "2026-08-01", { code: "desk", graceMinutes: 60 }),
      ...(options.stages ?? []),
      stage("JUDGING", "2026-09-01", "2026-09-10", { code: "interview" }),
      stage("PUBLICATION", "2026-10-01", "2026-12-01"),
    ],
    instrument: juryInstrument(options),
  }));
}

const names = (word: string) => ({ en: `${word} (en)`, rw: `${word} (rw)`, id: `${word} (id)` });

/** What a judge marks, from 1 to 10. */
export const criterion = (code: string, weight: number, more: object = {}): object => ({
  code,
  names: names(code),
  descriptions: names(`What ${code} is`),
  weight,
  anchors: [
    { value: 1, texts: names("Weak") },
    { value: 10, texts: names("Outstanding") },
  ],
  ...more,
});

/** Two stages: the desk with novelty 40 (a comment may be given), impact 60 (one must not), and `summary`, which ranks nobody; an interview. */
export function juryInstrument({ rules = {}, instrument = {} }: Pick<JudgingOptions, "rules" | "instrument">): object {
  return {
    kind: "JURY",
    affairs: [
      { code: "HEALTH", names: names("Health") },
      { code: "REGISTRY", names: names("Civil registry") },
    ],
    judging: [
      {
        stage: "desk",
        panels: [{ code: "a", names: names("Panel A") }],
        judgesPerEntry: 3,
        criteria: [
          criterion("novelty", 40),
          criterion("impact", 60, { comment: "OFF" }),
          criterion("summary", 0, { ranking: false, min: 1, max: 5 }),
        ],
        cut: { kind: "TOP", places: 2 },
        weight: 70,
        ...rules,
      },
      {
        stage: "interview",
        form: "PRESENTATION",
        panels: [{ code: "a", names: names("Panel A") }],
        criteria: [criterion("substance", 100)],
        weight: 30,
      },
    ],
    tieBreaks: [{ rule: "HEAVIEST_CRITERIA" }, { rule: "CHAIR_DECISION" }],
    prizes: [{ code: "winner", names: names("Winner"), level: "ENTRY", places: 1, scope: { kind: "EVERYWHERE" } }],
    ...instrument,
  };
}
