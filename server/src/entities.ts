import { Entry } from "./innovations/entries/entry.entity.ts";
import { Innovation } from "./innovations/entries/innovation.entity.ts";
import { Person } from "./people/person.entity.ts";
import { AgencyEntity } from "./places/agencies/agency.entity.ts";
import { JurisdictionEntity } from "./places/jurisdiction.entity.ts";
import { Programme } from "./programmes/programme.entity.ts";
import { Instrument } from "./programmes/rounds/instrument.entity.ts";
import { Round } from "./programmes/rounds/round.entity.ts";
import { Stage } from "./programmes/rounds/stage.entity.ts";
import { Decision } from "./results/decisions/decision.entity.ts";
import { Service } from "./services/service.entity.ts";

/** Every entity, for the ORM. */
export const entities = [
  AgencyEntity,
  Decision,
  Entry,
  Innovation,
  JurisdictionEntity,
  Person,
  Programme,
  Instrument,
  Round,
  Stage,
  Service,
];
