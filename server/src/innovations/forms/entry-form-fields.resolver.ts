import { type FormChange, formChanges } from "@isonga/schema/form-changes";
import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root, registerEnumType } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { FormVersion } from "../../programmes/forms/form.type.ts";
import { formVersionsLoader } from "../../programmes/forms/read-forms.ts";
import { InnovationView } from "../beginning/innovation.type.ts";
import { findVisibleInnovation } from "../beginning/list-innovations.ts";
import { EntryView } from "../entries/entry.type.ts";
import { entryGround } from "./entry-ground.ts";

const ChangeKindEnum = { ADDED: "ADDED", CHANGED: "CHANGED", REMOVED: "REMOVED" };
registerEnumType(ChangeKindEnum, { name: "FormChangeKind", description: "What became of a field in a later version of a form." });

@ObjectType("FormChange", { simpleResolvers: true, description: "What is new in a later version of a form." })
export class FormChangeView {
  @Field(() => ChangeKindEnum, { description: "What became of the field." })
  readonly kind: FormChange["kind"];

  @Field(() => String, { description: "Code of the task in which it stands." })
  readonly task: string;

  @Field(() => String, { description: "Key of the field, or code of the row." })
  readonly field: string;

  @Field(() => String, { description: "Its words in the reader's language." })
  readonly label: string;
}

/** What an entry's form and innovation are now, beside those it was begun with. */
@Resolver(() => EntryView)
export class EntryFormFieldsResolver {
  @FieldResolver(() => InnovationView, {
    nullable: true,
    description: "The innovation as it is now; null for a region's own rows, and to those who see the entry only.",
  })
  async innovation(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<InnovationView | null> {
    return entry.innovationId === null ? null : findVisibleInnovation(ctx, entry.innovationId);
  }

  @FieldResolver(() => FormVersion, {
    nullable: true,
    description: "The version of the form that it was begun with; null for an imported entry.",
  })
  async formVersion(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<FormVersion | null> {
    const versions = await formVersionsLoader(ctx).load(entry.roundId);
    return versions.find(({ id }) => id === entry.formId) ?? null;
  }

  @FieldResolver(() => FormVersion, {
    nullable: true,
    description: "A later version of its form, which new entries begin with; null when it has the latest.",
  })
  async newerForm(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<FormVersion | null> {
    const [latest] = await formVersionsLoader(ctx).load(entry.roundId);
    return latest && entry.formId !== null && latest.id !== entry.formId ? latest : null;
  }

  @FieldResolver(() => [FormChangeView], { description: "What the later version asks otherwise; empty when it has the latest." })
  async formChanges(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly FormChangeView[]> {
    const newer = await this.newerForm(entry, ctx);
    if (newer === null) return [];
    const [before, after] = await Promise.all([entryGround(ctx, entry), entryGround(ctx, { ...entry, formId: newer.id })]);
    const rows = [...before.instrument.innovation, ...before.instrument.regional];
    const words = (field: string, label: LocalizedText | null) =>
      pickText(label ?? rows.find(({ code }) => code === field)?.names, ctx.language) || field;
    return formChanges(before.form, after.form).map((change) => ({ ...change, label: words(change.field, change.label) }));
  }
}
