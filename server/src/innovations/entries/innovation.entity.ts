import type { Language } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";

export const INNOVATION_FORMS = ["GOVERNANCE", "PUBLIC_SERVICE", "OTHER"] as const;
export type InnovationForm = (typeof INNOVATION_FORMS)[number];
export const INNOVATION_STAGES = ["INITIATIVE", "TRIAL", "APPLIED"] as const;
export type InnovationStage = (typeof INNOVATION_STAGES)[number];
export const INITIATORS = ["HEAD_OF_REGION", "COUNCIL_MEMBER", "AGENCY", "CIVIL_SERVANT", "CITIZEN"] as const;
export type Initiator = (typeof INITIATORS)[number];

const InnovationSchema = defineEntity({
  name: "Innovation",
  tableName: "innovation",
  properties: {
    id: p.uuid().primary(),
    jurisdictionId: p.uuid(),
    agencyId: p.uuid().nullable(),
    title: p.string(),
    language: p.string().$type<Language>(),
    form: p
      .enum([...INNOVATION_FORMS])
      .$type<InnovationForm>()
      .nullable(),
    digital: p.boolean().nullable(),
    stage: p
      .enum([...INNOVATION_STAGES])
      .$type<InnovationStage>()
      .nullable(),
    initiator: p
      .enum([...INITIATORS])
      .$type<Initiator>()
      .nullable(),
    affairs: p.array().$type<string[]>(),
    trialOn: p.date().$type<string>().nullable(),
    appliedOn: p.date().$type<string>().nullable(),
    developedOn: p.date().$type<string>().nullable(),
    design: p.text().nullable(),
    aim: p.text().nullable(),
    benefit: p.text().nullable(),
    result: p.text().nullable(),
    links: p.json<readonly string[]>(),
    latitude: p.decimal().$type<string>().nullable(),
    longitude: p.decimal().$type<string>().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** Something an office made or renewed. It lives across years; what it says is what its latest entry said. */
export class Innovation extends InnovationSchema.class {}
InnovationSchema.setClass(Innovation);
