import { LANGUAGES, type Language } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";

const PersonSchema = defineEntity({
  name: "Person",
  tableName: "person",
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    email: p.string(),
    emailVerified: p.boolean().default(false),
    language: p.enum([...LANGUAGES]).$type<Language>(),
    disabledAt: p.datetime().nullable(),
    invitedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** Somebody with an account: the table that the auth library knows as its user. */
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);
