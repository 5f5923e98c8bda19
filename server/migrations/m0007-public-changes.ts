import { Migration } from "@mikro-orm/migrations";

/** Tables whose rows the public and partners read, directly or through published results. */
const PUBLIC_TABLES = [
  "jurisdiction",
  "jurisdiction_code",
  "service",
  "service_standard",
  "programme",
  "round",
  "stage",
  "instrument",
  "publication",
];

/** Every commit that touches what the public reads says so on a channel: kept answers are dropped at once, by whichever process wrote. */
export class M0007PublicChanges extends Migration {
  override up(): void {
    this.addSql(`create function isonga_public_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('isonga_public', tg_table_name);
        return null;
      end $$`);
    for (const table of PUBLIC_TABLES)
      this.addSql(`create trigger public_changed after insert or update or delete on ${table}
        for each statement execute function isonga_public_changed()`);
  }

  override down(): void {
    for (const table of PUBLIC_TABLES) this.addSql(`drop trigger public_changed on ${table}`);
    this.addSql(`drop function isonga_public_changed()`);
  }
}
