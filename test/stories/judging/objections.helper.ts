import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingOptions, type JudgingWorld } from "../../world/judging-world.ts";

export const OBJECTIONS = `query ($roundId: ID!) { objections(roundId: $roundId) { isShown canAnswer startsAt endsAt
  objections { id reference title ground text language name email state answer answeredBy version } } }`;
export const ANSWER = `mutation ($input: AnswerObjectionInput!) { answerObjection(input: $input) { refusals { code field values }
  round { objections { id state answer version } } } }`;

/** The public may object from 5 to 10 August 2026, Jakarta time. */
export const BEFORE = "2026-08-04T16:59:00Z";
export const DURING = "2026-08-06T02:00:00Z";
export const AFTER = "2026-08-09T17:00:30Z";

const names = (en: string, rw: string, id: string) => ({ en, rw, id });

/** A jury round whose desk is closed: E01 and E02 came through, the others did not; five days of public objection follow. */
export async function createObjectionWorld(options: JudgingOptions = {}): Promise<JudgingWorld> {
  const made = await createJudgingWorld({
    ...options,
    stages: [
      {
        code: "objection",
        kind: "OBJECTION",
        names: names("Public objection", "Ubujurire", "Sanggahan"),
        startsAt: "2026-08-05T00:00:00+07:00",
        endsAt: "2026-08-10T00:00:00+07:00",
      },
    ],
    instrument: {
      objection: {
        stage: "objection",
        after: "desk",
        grounds: [
          { code: "not-own", names: names("Not their own work", "Si umurimo wabo", "Bukan karya sendiri") },
          { code: "untrue", names: names("What it says is not true", "Ibivugwa si ukuri", "Isinya tidak benar") },
        ],
      },
      ...options.instrument,
    },
  });
  await made.sql(
    `update judged_entry je set outcome = case when e.reference in ('E01', 'E02') then 'ADVANCED' else 'NOT_ADVANCED' end, decided_at = $2
     from entry e where e.id = je.entry_id and je.judging_stage_id = $1`,
    [made.stageId, made.world.clock.now()],
  );
  await made.stageState("CLOSED");
  return made;
}

/** What a form of the public page holds. */
export const OBJECTION = {
  entry: "E01",
  ground: "not-own",
  text: "The neighbouring district did this in 2019.",
  name: "Rahmawati",
  email: "rahmawati@example.org",
};

/** Sends the form of the public page, as a browser without script does. */
export function object(made: JudgingWorld, form: object, language = "en"): Promise<Response> {
  return made.world.visitor.fetch(`/${language}/objections/${made.roundCode}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...OBJECTION, ...form }).toString(),
  });
}

/** The public page as the public sees it. */
export async function publicPage(made: JudgingWorld, language = "en"): Promise<string> {
  return (await made.world.visitor.fetch(`/${language}/objections/${made.roundCode}`)).text();
}

export type Told = {
  readonly isShown: boolean;
  readonly canAnswer: boolean;
  readonly objections: readonly {
    readonly id: string;
    readonly reference: string;
    readonly ground: string;
    readonly text: string;
    readonly language: string;
    readonly name: string;
    readonly state: string;
    readonly answer: string | null;
    readonly answeredBy: string | null;
    readonly version: number;
  }[];
};

/** What the overseer sees. */
export async function told(made: JudgingWorld, who: Client): Promise<Told> {
  return (await who.data<{ objections: Told }>(OBJECTIONS, { roundId: made.roundId })).objections;
}
