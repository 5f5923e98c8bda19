import { Migration } from "@mikro-orm/migrations";

/**
 * What changed a region's index, as one small row a statement: a region's sums are good for as long as exactly the same rows are seen. Rows are
 * only added, so that nobody waits for anybody, and they become visible with the change itself, whatever the order in which changes commit.
 */
export class M0011IndexTouches extends Migration {
  override up(): void {
    this.addSql(`create table index_touch (
      id bigint generated always as identity primary key,
      jurisdiction_id uuid not null
    )`);
    this.addSql(`create index index_touch_jurisdiction on index_touch (jurisdiction_id, id)`);
    this.addSql(`create function isonga_index_touched() returns trigger language plpgsql set enable_nestloop = on as $$
      begin
        if tg_table_name = 'entry_claim' then
          insert into index_touch (jurisdiction_id) select distinct e.jurisdiction_id from changed_rows c join entry e on e.id = c.entry_id;
        elsif tg_table_name = 'innovation' then
          insert into index_touch (jurisdiction_id) select distinct e.jurisdiction_id from changed_rows c join entry e on e.innovation_id = c.id;
        elsif tg_op = 'UPDATE' then
          insert into index_touch (jurisdiction_id) select jurisdiction_id from changed_rows union select jurisdiction_id from rows_before;
        else
          insert into index_touch (jurisdiction_id) select distinct jurisdiction_id from changed_rows;
        end if;
        return null;
      end $$`);
    for (const table of ["entry", "entry_claim"]) {
      this.addSql(trigger(table, "insert", "new table as changed_rows"));
      this.addSql(trigger(table, "delete", "old table as changed_rows"));
    }
    this.addSql(trigger("entry", "update", "old table as rows_before new table as changed_rows"));
    this.addSql(trigger("entry_claim", "update", "new table as changed_rows"));
    this.addSql(trigger("innovation", "update", "new table as changed_rows"));
  }

  override down(): void {
    for (const [table, event] of TOUCHING) this.addSql(`drop trigger index_touched_${event} on ${table}`);
    this.addSql(`drop function isonga_index_touched()`);
    this.addSql(`drop table index_touch`);
  }
}

const TOUCHING = [
  ...["insert", "update", "delete"].flatMap((event) => [["entry", event] as const, ["entry_claim", event] as const]),
  ["innovation", "update"] as const,
];

function trigger(table: string, event: string, rows: string): string {
  return `create trigger index_touched_${event} after ${event} on ${table} referencing ${rows}
    for each statement execute function isonga_index_touched()`;
}
