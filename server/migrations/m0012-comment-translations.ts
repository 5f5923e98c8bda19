import { Migration } from "@mikro-orm/migrations";

/** What judges say to applicants may be told in other languages, as what entries say may: a translation is of an entry's field or of a card's comment. */
export class M0012CommentTranslations extends Migration {
  override up(): void {
    this.addSql(`alter table entry_translation alter column entry_id drop not null,
      add column scorecard_id uuid references scorecard on delete cascade,
      add constraint entry_translation_of_one check (num_nonnulls(entry_id, scorecard_id) = 1),
      add constraint entry_translation_scorecard unique (scorecard_id, field, language)`);
  }

  override down(): void {
    this.addSql(`delete from entry_translation where entry_id is null`);
    this.addSql(`alter table entry_translation drop column scorecard_id, alter column entry_id set not null`);
  }
}
