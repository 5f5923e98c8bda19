import type { Language } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { createPerson, insertGrant } from "../../people/create-person.ts";
import { emailProblems, nameProblems } from "../../people/person-rules.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import type { InvitedLine, InviteJudgesInput, InviteJudgesPayload } from "../judges/judge.inputs.ts";
import { refuseUnlessRunning } from "../judges/load-judge.ts";
import { checkSeats, roundJury, writeSeats } from "../judges/round-jury.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { type ListedPerson, readPeople } from "./read-people.ts";
import { writeInvitation } from "./write-invitation.ts";

/** Most people that one act invites. */
const MOST = 500;

/**
 * Invites people as judges: an account is made for those who have none, all get the role for the round and a letter in their language. Who
 * declined or left may be asked again. Whoever cannot be invited is left out and said why: INVALID_EMAIL, ALREADY_EXISTS for a judge or a
 * line before, JUDGE_IS_CHAIR, WRONG_STATE for a disabled account. Refuses NOT_FOUND, REQUIRED, UNKNOWN_REFERENCE for a seat.
 */
export async function inviteJudges(ctx: Context, input: InviteJudgesInput): Promise<InviteJudgesPayload> {
  const round = findable(await findRound(ctx, { id: checkedId(input.roundId, "roundId") }), ({ id, path, state }) =>
    judgingPolicy.lead(ctx.actor, { roundId: id, path, roundState: state }),
  );
  refuseUnlessRunning({ roundState: round.state });
  checkSeats((await roundJury(ctx, round.id)).instrument, input.seats);
  const listed = readPeople(input.people);
  if (listed.length === 0) throw new Refusal("REQUIRED", { field: "people" });
  if (listed.length > MOST) throw new Refusal("TOO_LONG", { field: "people", values: { max: MOST } });
  // One chair after the other: the second sees whom the first has invited.
  await sql`select id from round where id = ${round.id}::uuid for no key update`.execute(ctx.db);
  const known = await findKnown(ctx, round.id, listed);
  const lines = listed.map((person, at) =>
    judgeOf(
      person,
      known.get(person.email),
      listed.slice(0, at).some(({ email }) => email === person.email),
    ),
  );
  const able = lines.filter(({ refusal }) => refusal === null);
  if (!input.dryRun) {
    const judgeIds: string[] = [];
    for (const [at, person] of listed.entries())
      if (lines[at]?.refusal === null)
        judgeIds.push(await inviteOne(ctx, { roundId: round.id, person, known: known.get(person.email), input }));
    await writeSeats(ctx, judgeIds, input.seats);
    for (const id of judgeIds) await writeInvitation(ctx, id);
  }
  return { dryRun: input.dryRun, done: able.length, lines };
}

type Known = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly disabled: boolean;
  readonly chair: boolean;
  readonly judgeId: string | null;
  readonly judgeState: string | null;
};

async function findKnown(ctx: Context, roundId: string, listed: readonly ListedPerson[]): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await sql<Known>`select p.id, p.name, p.email, p.disabled_at is not null as disabled,
      exists (select from role_grant g where g.person_id = p.id and g.role = 'CHAIR' and g.round_id = ${roundId}::uuid) as chair,
      j.id as "judgeId", j.state as "judgeState"
    from person p left join judge j on j.person_id = p.id and j.round_id = ${roundId}::uuid
    where p.email = any(${listed.map(({ email }) => email)}::text[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.email, row]));
}

function judgeOf(person: ListedPerson, known: Known | undefined, isRepeated: boolean): InvitedLine {
  const refusal = problemOf(person, known, isRepeated);
  return {
    line: person.line,
    name: known?.name ?? person.name.slice(0, LIMITS.nameLength),
    email: person.email,
    isNew: known === undefined,
    refusal: refusal ? { code: refusal.code, field: refusal.field, values: refusal.values } : null,
  };
}

function problemOf({ name, email }: ListedPerson, known: Known | undefined, isRepeated: boolean): Refusal | undefined {
  const wrong = emailProblems(email)[0] ?? nameProblems(name)[0];
  if (wrong) return wrong;
  if (isRepeated) return new Refusal("ALREADY_EXISTS", { field: "email" });
  if (!known) return undefined;
  if (known.disabled) return new Refusal("WRONG_STATE", { field: "email", values: { state: "DISABLED" } });
  if (known.chair) return new Refusal("JUDGE_IS_CHAIR", { field: "email" });
  const isJudge = known.judgeState === "INVITED" || known.judgeState === "ACCEPTED";
  return isJudge ? new Refusal("ALREADY_EXISTS", { field: "email" }) : undefined;
}

type Inviting = {
  readonly roundId: string;
  readonly person: ListedPerson;
  readonly known: Known | undefined;
  readonly input: { readonly language: Language; readonly waiting: boolean };
};

/** Answers the judge's id. The codes of a round go up and are never given twice. */
async function inviteOne(ctx: Context, { roundId, person, known, input }: Inviting): Promise<string> {
  const { name, email } = person;
  const now = ctx.now();
  const personId =
    known?.id ?? (await createPerson(ctx, { name, email, language: person.language ?? input.language, grants: [], invitedAt: now }));
  await insertGrant(ctx, personId, { role: "JUDGE", roundId });
  if (known?.judgeId) {
    await sql`update judge set state = 'INVITED', waiting = ${input.waiting}, invited_at = ${now}, answered_at = null, left_reason = null, conduct_of = null,
      version = version + 1, updated_at = ${now} where id = ${known.judgeId}::uuid`.execute(ctx.db);
    return known.judgeId;
  }
  const id = ctx.newId();
  await sql`insert into judge (id, round_id, person_id, code, state, waiting, invited_at, created_at, updated_at)
    select ${id}::uuid, ${roundId}::uuid, ${personId}::uuid, 'J' || lpad(next::text, greatest(2, length(next::text)), '0'), 'INVITED', ${input.waiting}, ${now}, ${now}, ${now}
    from (select coalesce(max(substr(code, 2)::int), 0) + 1 as next from judge where round_id = ${roundId}::uuid and code ~ '^J[0-9]+$') n`.execute(
    ctx.db,
  );
  return id;
}
