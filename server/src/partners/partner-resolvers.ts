import type { NonEmptyArray } from "type-graphql";
import { PartnerNodeResolver } from "./partner-nodes.ts";
import { PartnerPlaceResolver } from "./places/place.resolver.ts";
import { PartnerProgrammeResolver } from "./programmes/programme.resolver.ts";
import { PartnerRoundResolver } from "./programmes/round.resolver.ts";
import { PartnerPlaceResultsResolver, PartnerPublicationResolver, PartnerRoundResultsResolver } from "./results/publication.resolver.ts";
import { PartnerPrizeResolver, PartnerResultResolver } from "./results/result.resolver.ts";
import { PartnerServiceResolver } from "./services/service.resolver.ts";

/** The whole schema of partners and the public pages. */
export const partnerResolvers: NonEmptyArray<new () => object> = [
  PartnerNodeResolver,
  PartnerPlaceResolver,
  PartnerPlaceResultsResolver,
  PartnerPrizeResolver,
  PartnerProgrammeResolver,
  PartnerPublicationResolver,
  PartnerResultResolver,
  PartnerRoundResolver,
  PartnerRoundResultsResolver,
  PartnerServiceResolver,
];
