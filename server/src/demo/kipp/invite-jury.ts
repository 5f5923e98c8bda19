import { sql } from "kysely";
import { acceptJudging } from "../../judging/invitations/answer-invitation.ts";
import { inviteJudges } from "../../judging/invitations/invite-judges.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { createPerson, hashOf } from "../../people/create-person.ts";
import { jurisdictionsByCode } from "../../places/find-jurisdiction.ts";
import { DEMO_JUDGES, DEMO_PASSWORD } from "../accounts.ts";
import { personAt } from "../person-at.ts";
import { KIPP_DAYS, kippDay } from "./kipp-round.ts";

const CHAIR = "ketua.juri@isonga.example";

/** What each panel's judges know, and the regency that one of them must keep away from. */
const KNOWN = {
  a: [
    "HEALTH",
    "EDUCATION",
    "SOCIAL",
    "CIVIL_REGISTRATION",
    "WOMEN_AND_CHILDREN",
    "PUBLIC_ORDER",
    "MANPOWER",
    "FOOD",
    "LIBRARIES",
    "ARCHIVES",
  ],
  b: [
    "AGRICULTURE",
    "TRADE",
    "TRANSPORT",
    "ENVIRONMENT",
    "COMMUNICATIONS",
    "TOURISM",
    "PUBLIC_WORKS",
    "VILLAGES",
    "INVESTMENT",
    "COOPERATIVES",
    "FISHERIES",
  ],
} as const;
const TIED: Readonly<Record<string, string>> = { "juri2@isonga.example": "16.10", "juri8@isonga.example": "16.06" };

/** Invites the jury panel by panel, and lets each judge accept the code of conduct and say what they know and what ties them. */
export async function inviteJury(operator: Context, roundId: string, now: Date): Promise<void> {
  await atomically(operator, { verb: "loadDemo" }, async () => {
    const passwordHash = await hashOf(DEMO_PASSWORD);
    const { rows } = await sql<{ email: string }>`select email from person`.execute(operator.db);
    const there = new Set(rows.map(({ email }) => email));
    for (const judge of DEMO_JUDGES.filter(({ email }) => !there.has(email)))
      await createPerson(operator, { ...judge, passwordHash, grants: [] });
  });
  const half = DEMO_JUDGES.length / 2;
  for (const [panel, judges] of [
    ["a", DEMO_JUDGES.slice(0, half)],
    ["b", DEMO_JUDGES.slice(half)],
  ] as const) {
    const chair = await personAt(operator, CHAIR, kippDay(now, KIPP_DAYS.desk - 5, 9));
    const people = judges.map(({ name, email }) => `${name} <${email}>`).join("\n");
    const seats = [
      { stage: "desk", panel },
      { stage: "interview", panel: "all" },
    ];
    await atomically(chair, { verb: "inviteJudges" }, () =>
      inviteJudges(chair, { roundId, people, language: "id", seats, waiting: false, dryRun: false }),
    );
    for (const { email, language } of judges)
      await accept(operator, { email, language, panel, roundId, at: kippDay(now, KIPP_DAYS.desk - 3, 9) });
  }
}

type Accepting = {
  readonly email: string;
  readonly language: string;
  readonly panel: "a" | "b";
  readonly roundId: string;
  readonly at: Date;
};

async function accept(operator: Context, { email, language, panel, roundId, at }: Accepting): Promise<void> {
  const judge = await personAt(operator, email, at);
  const { rows } = await sql<{ id: string; version: number; conduct: number }>`select j.id, j.version,
      (select max(number) from instrument where round_id = j.round_id) as conduct
    from judge j join person p on p.id = j.person_id where j.round_id = ${roundId}::uuid and p.email = ${email}`.execute(operator.db);
  const [own] = rows;
  const area = TIED[email] ? (await jurisdictionsByCode(operator, "ID", [TIED[email]])).get(TIED[email]) : undefined;
  await atomically(judge, { verb: "acceptJudging" }, () =>
    acceptJudging(judge, {
      judgeId: own?.id ?? "",
      version: own?.version ?? 0,
      conductVersion: own?.conduct ?? 1,
      expertise: [...KNOWN[panel]],
      languages: language === "id" ? ["id"] : ["en", "id"],
      capacity: null,
      noTies: area === undefined,
      ties: area ? [{ kind: "EMPLOYMENT", jurisdictionId: area.id, note: "Pernah bekerja di sana." }] : [],
    }),
  );
}
