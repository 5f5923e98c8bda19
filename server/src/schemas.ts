import "reflect-metadata";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type GraphQLSchema, isInterfaceType, lexicographicSortSchema } from "graphql";
import { buildSchema, type NonEmptyArray, type PubSub } from "type-graphql";
import { HomeResolver } from "./home.ts";
import { BeginningResolver } from "./innovations/beginning/beginning.resolver.ts";
import { EntryActsResolver } from "./innovations/custody/acts/entry-acts.resolver.ts";
import { CustodyResolver } from "./innovations/custody/custody.resolver.ts";
import { EntryConnectionResolver, EntryResolver } from "./innovations/entries/entry.resolver.ts";
import { EntryFieldsResolver } from "./innovations/entries/entry-fields.resolver.ts";
import { RoundEntriesResolver } from "./innovations/entries/round-entries.resolver.ts";
import { EvidenceResolver } from "./innovations/evidence/evidence.resolver.ts";
import { EntryFormFieldsResolver } from "./innovations/forms/entry-form-fields.resolver.ts";
import { RegionalIndexResolver } from "./innovations/index/regional-index.resolver.ts";
import { SampleResolver } from "./innovations/sampling/sample.resolver.ts";
import { TranslationResolver } from "./innovations/translation/translation.resolver.ts";
import { VerificationResolver, VerificationTaskResolver } from "./innovations/verification/verification.resolver.ts";
import { AssignmentResolver } from "./judging/assignment/assignment.resolver.ts";
import { CardResolver } from "./judging/cards/card.resolver.ts";
import { ConflictResolver } from "./judging/conflicts/conflict.resolver.ts";
import { ComparisonResolver, DeskResolver } from "./judging/desk/desk.resolver.ts";
import { CommentResolver } from "./judging/feedback/comment.resolver.ts";
import { FeedbackResolver } from "./judging/feedback/feedback.resolver.ts";
import { JudgeshipResolver } from "./judging/invitations/judgeship.resolver.ts";
import { JudgeResolver } from "./judging/judges/judge.resolver.ts";
import { ObjectionResolver } from "./judging/objections/objection.resolver.ts";
import { SheetResolver } from "./judging/paper/sheet.resolver.ts";
import { JudgingStageResolver } from "./judging/stages/stage.resolver.ts";
import { JudgingTableResolver } from "./judging/table/table.resolver.ts";
import { applyEdge } from "./kernel/edge/edge.ts";
import { printSdl } from "./kernel/graphql/print-sdl.ts";
import { DateTimeScalar } from "./kernel/graphql/scalars.ts";
import { ImportResolver } from "./kernel/imports/import.resolver.ts";
import { LetterResolver } from "./mail/letter.resolver.ts";
import { NodeResolver } from "./nodes.ts";
import { partnerResolvers } from "./partners/partner-resolvers.ts";
import { AuditResolver } from "./people/audit/audit.resolver.ts";
import { DelegationResolver } from "./people/delegations/delegation.resolver.ts";
import { GrantResolver } from "./people/grants/grant.resolver.ts";
import { PeopleResolver } from "./people/people.resolver.ts";
import { PersonResolver } from "./people/person.resolver.ts";
import { AccountResolver } from "./people/sessions/account.resolver.ts";
import { AgencyResolver } from "./places/agencies/agency.resolver.ts";
import { JurisdictionResolver } from "./places/jurisdiction.resolver.ts";
import { PlaceResolver } from "./places/place.resolver.ts";
import { RoundExchangeResolver } from "./programmes/exchange/round-exchange.resolver.ts";
import { FormResolver } from "./programmes/forms/form.resolver.ts";
import { ProgrammeResolver } from "./programmes/programme.resolver.ts";
import { InstrumentTemplateResolver } from "./programmes/rounds/instrument-template.resolver.ts";
import { RoundResolver } from "./programmes/rounds/round.resolver.ts";
import { RoundFieldsResolver } from "./programmes/rounds/round-fields.resolver.ts";
import { DecisionResolver } from "./results/decisions/decision.resolver.ts";
import { PublicationResolver } from "./results/publications/publication.resolver.ts";
import { RegionStandingResolver } from "./results/regions/region-standing.resolver.ts";
import { StandingResolver } from "./results/standing.resolver.ts";
import { CalendarResolver } from "./services/calendar/calendar.resolver.ts";
import { ImportReportsResolver } from "./services/import-reports.resolver.ts";
import { ReportGridRowResolver, ReportResolver } from "./services/reports/report.resolver.ts";
import { ReportOverviewResolver } from "./services/reports/report-overview.resolver.ts";
import { ServiceResolver } from "./services/service.resolver.ts";

const appResolvers: NonEmptyArray<new () => object> = [
  ImportReportsResolver,
  ImportResolver,
  AgencyResolver,
  JurisdictionResolver,
  PlaceResolver,
  CalendarResolver,
  ReportGridRowResolver,
  ReportOverviewResolver,
  ReportResolver,
  ServiceResolver,
  EvidenceResolver,
  VerificationResolver,
  VerificationTaskResolver,
  SampleResolver,
  NodeResolver,
  PersonResolver,
  PeopleResolver,
  GrantResolver,
  DelegationResolver,
  CardResolver,
  ComparisonResolver,
  DeskResolver,
  SheetResolver,
  CustodyResolver,
  EntryActsResolver,
  AccountResolver,
  AuditResolver,
  LetterResolver,
  HomeResolver,
  FormResolver,
  ProgrammeResolver,
  RoundExchangeResolver,
  RoundFieldsResolver,
  RoundResolver,
  RegionalIndexResolver,
  InstrumentTemplateResolver,
  BeginningResolver,
  EntryConnectionResolver,
  EntryFieldsResolver,
  RoundEntriesResolver,
  EntryFormFieldsResolver,
  TranslationResolver,
  EntryResolver,
  JudgingStageResolver,
  ConflictResolver,
  JudgeshipResolver,
  JudgeResolver,
  JudgingTableResolver,
  CommentResolver,
  FeedbackResolver,
  ObjectionResolver,
  AssignmentResolver,
  DecisionResolver,
  PublicationResolver,
  RegionStandingResolver,
  StandingResolver,
];

/** The schema of staff, coordinators, chairs, judges and administrators; made once a process. */
export function buildAppSchema(): Promise<GraphQLSchema> {
  app ??= build(appResolvers);
  return app;
}
let app: Promise<GraphQLSchema> | undefined;

/** The much smaller schema of partners and the public: what is not published has no word in it. Made once a process. */
export function buildPartnerSchema(): Promise<GraphQLSchema> {
  partner ??= build(partnerResolvers);
  return partner;
}
let partner: Promise<GraphQLSchema> | undefined;

/** The schemas and the files in which they are committed. */
export const SCHEMAS = [
  { file: "app.graphql", build: buildAppSchema },
  { file: "partner.graphql", build: buildPartnerSchema },
] as const;

const schemaFolder = resolve(import.meta.dirname, "../../schema");

/** Writes each schema to its file: `pnpm --filter @isonga/server emit`. */
export async function emitSchemas(): Promise<void> {
  for (const { file, build } of SCHEMAS) await writeFile(resolve(schemaFolder, file), printSdl(await build()));
}

async function build(resolvers: NonEmptyArray<new () => object>): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    orphanedTypes: [],
    validate: false,
    // The committed files and the tests of the contract check it; to introspect all of it at each start takes longer than to make it.
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    pubSub: NO_TOPICS,
  });
  return resolvingAtOnce(lexicographicSortSchema(applyEdge(schema)));
}

/** Subscriptions read for themselves when the database tells of a change; nothing is published to them. */
const NO_TOPICS: PubSub = {
  publish: () => {},
  subscribe: () => {
    throw new Error("There are no topics: a subscription has its own `subscribe`");
  },
};

/** Interfaces tell a value's type by its `__typename` at once: compiled queries do not wait for the promise that type-graphql answers. */
function resolvingAtOnce(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isInterfaceType(type)) type.resolveType = (value: { readonly __typename?: string }) => value.__typename;
  return schema;
}
