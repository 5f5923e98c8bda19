import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { ImportPlan } from "../../kernel/imports/importer.ts";
import type { Stage } from "../../kernel/imports/stage.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";
import type { EntryKind } from "../entries/entry-states.ts";
import { catalogueOf, type ImportGround } from "./import-ground.ts";

/** New rows told in the plan; the file says the rest. */
const NEW_TOLD = 200;

/** Rows as they were read, of either kind, in the transaction's temporary table. */
export const ENTRY_STAGE: Stage = {
  table: "entry_stage",
  columns: {
    line: "int",
    region: "text",
    agency: "text",
    title: "text",
    form: "text",
    digital: "boolean",
    stage: "text",
    affairs: "text[]",
    claimed: "text",
    verified: "text",
  },
};

/**
 * Compares the staged rows with what is known, in a few statements whatever their number. Refuses rows with UNKNOWN_REFERENCE (a region that
 * the round does not rank or that is not of its place, an office where none shall be made), FORBIDDEN (another's region, or verified levels without the right to them),
 * ROW_TWICE, and WRONG_STATE (entries that somebody holds, and verified ones told otherwise without verified levels).
 */
export async function planEntries(ctx: Context, ground: ImportGround, kind: EntryKind): Promise<ImportPlan> {
  await sql`analyze entry_stage`.execute(ctx.db);
  await resolveRows(ctx, ground, kind);
  await sql`insert into import_problem (line, "column", code, "values")
    select line, nullif(split_part(problem, ' ', 2), ''), split_part(problem, ' ', 1), case split_part(problem, ' ', 1)
      when 'UNKNOWN_REFERENCE' then jsonb_build_object('value', case split_part(problem, ' ', 2) when 'agency' then agency else region end)
      when 'ROW_TWICE' then jsonb_build_object('line', first_line)
      else jsonb_build_object('state', state) end
    from entry_row where problem is not null`.execute(ctx.db);
  await tellEntries(ctx);
  return countEntries(ctx);
}

async function resolveRows(ctx: Context, ground: ImportGround, kind: EntryKind): Promise<void> {
  await sql`create temporary table entry_row on commit drop as
    select *, case when problem is not null then 'REFUSED' when entry_id is null then 'NEW' when differs or state <> target then 'CHANGED'
      else 'UNCHANGED' end as action
    from (select *, case
        when jurisdiction_id is null then 'UNKNOWN_REFERENCE region'
        when not may_import then 'FORBIDDEN region'
        when verified is not null and not may_verify then 'FORBIDDEN verified'
        when agency is not null and agency_id is null and ${ground.agencies === "REFUSE"} then 'UNKNOWN_REFERENCE agency'
        when first_line < line then 'ROW_TWICE '
        when entry_id is null then null
        when (differs or state <> target) and (state not in (${kind === "REGIONAL" ? "CHECKED" : "SUBMITTED"}, 'VERIFIED') or (state = 'VERIFIED' and verified is null))
          then 'WRONG_STATE '
      end as problem
      from (${comparedSql(ground, kind)}) compared) judged`.execute(ctx.db);
}

/** Each row beside the region, office, innovation and entry it is about, and whether it says anything else than is known. */
function comparedSql(ground: ImportGround, kind: EntryKind): RawBuilder<unknown> {
  const { round, rules, hasLevels } = ground;
  const rows = catalogueOf(ground, kind);
  return sql`
    select s.line, s.region, s.agency, coalesce(s.title, j.name) as title, j.id as jurisdiction_id, a.id as agency_id, i.id as innovation_id,
      e.id as entry_id, e.version, e.state,
      min(s.line) over (partition by s.region, lower(s.agency), lower(s.title)) as first_line,
      ${may(ground.mayImport)} as may_import, ${may(ground.mayVerify)} as may_verify,
      case when s.verified is not null then 'VERIFIED' when e.id is null then ${kind === "REGIONAL" ? "CHECKED" : "SUBMITTED"} else e.state end as target,
      coalesce(s.form, i.form) as form, coalesce(s.digital, i.digital) as digital, coalesce(s.stage, i.stage) as stage,
      coalesce(s.affairs, i.affairs, '{}') as affairs, s.claimed, s.verified,
      (s.claimed, coalesce(s.verified, known.verified)) is distinct from (known.claimed, known.verified) as levels_differ,
      (coalesce(s.form, i.form), coalesce(s.digital, i.digital), coalesce(s.stage, i.stage), coalesce(s.affairs, i.affairs))
        is distinct from (i.form, i.digital, i.stage, i.affairs) as facts_differ,
      (s.claimed, coalesce(s.verified, known.verified), coalesce(s.form, i.form), coalesce(s.digital, i.digital), coalesce(s.stage, i.stage),
        coalesce(s.affairs, i.affairs)) is distinct from (known.claimed, known.verified, i.form, i.digital, i.stage, i.affairs) as differs,
      case when e.id is not null then jsonb_strip_nulls(jsonb_build_object('form', i.form, 'digital', i.digital, 'stage', i.stage,
        'affairs', i.affairs, 'claimed', nullif(known.claimed, ''), 'verified', nullif(known.verified, ''), 'state', e.state)) end as before
    from entry_stage s
    left join jurisdiction j on j.country = ${round.country} and j.code = s.region and (${!hasLevels} or j.level = any(${rules.levels}::text[]))
      and j.path <@ ${round.path}::text::ltree
    left join lateral (select id from agency where jurisdiction_id = j.id and (lower(name) = lower(s.agency) or code = s.agency)
      order by lower(name) = lower(s.agency) desc, id limit 1) a on true
    left join lateral (select * from innovation where jurisdiction_id = j.id and agency_id = a.id and lower(title) = lower(s.title)
      order by id limit 1) i on true
    left join entry e on e.round_id = ${round.id}::uuid
      and ${kind === "REGIONAL" ? sql`e.kind = 'REGIONAL' and e.jurisdiction_id = j.id` : sql`e.kind = 'INNOVATION' and e.innovation_id = i.id`}
    left join lateral (select coalesce(string_agg(coalesce(k.claimed, 0)::text, '' order by c.position), '') as claimed,
        case when e.state = 'VERIFIED' then coalesce(string_agg(coalesce(k.verified, 0)::text, '' order by c.position), '') end as verified
      from unnest(${rows.map(({ code }) => code)}::text[]) with ordinality c (indicator, position)
      left join entry_claim k on k.entry_id = e.id and k.indicator = c.indicator where e.id is not null) known on true`;
}

function may(paths: "EVERYWHERE" | readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${subtreesSql(paths, "j")}, false)`;
}

async function tellEntries(ctx: Context): Promise<void> {
  await sql`insert into import_delta (line, kind, subject, before, after)
    select line, action, concat_ws(' · ', region, agency, title), before, jsonb_strip_nulls(jsonb_build_object('form', form, 'digital', digital,
      'stage', stage, 'affairs', case when agency is not null then affairs end, 'claimed', nullif(claimed, ''), 'verified', coalesce(nullif(verified, ''), before->>'verified'),
      'state', target))
    from ((select * from entry_row where action = 'NEW' order by line limit ${NEW_TOLD})
      union all (select * from entry_row where action = 'CHANGED')) t`.execute(ctx.db);
}

/** How many rows will be new, changed, unchanged; what else they say. */
export async function countEntries(ctx: Context): Promise<ImportPlan> {
  type Counts = Pick<ImportPlan, "added" | "changed" | "unchanged"> & {
    readonly places: number;
    readonly agencies: number;
    readonly newAgencies: number;
  };
  const { rows } = await sql<Counts>`select count(*) filter (where action = 'NEW')::int as added,
      count(*) filter (where action = 'CHANGED')::int as changed, count(*) filter (where action = 'UNCHANGED')::int as unchanged,
      count(distinct jurisdiction_id)::int as places, count(distinct (jurisdiction_id, lower(agency))) filter (where agency is not null)::int as agencies,
      count(distinct (jurisdiction_id, lower(agency))) filter (where agency is not null and agency_id is null and problem is null)::int as "newAgencies"
    from entry_row`.execute(ctx.db);
  const [found] = rows;
  if (!found) return { added: 0, changed: 0, unchanged: 0 };
  const { added, changed, unchanged, places, agencies, newAgencies } = found;
  const offices: Record<string, string> = agencies > 0 ? { agencies: String(agencies), newAgencies: String(newAgencies) } : {};
  return { added, changed, unchanged, facts: { places: String(places), ...offices } };
}
