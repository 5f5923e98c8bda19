import type { RefusalCode } from "@isonga/schema/refusal-codes";
import type account from "../../../locales/en/account.json";
import type acts from "../../../locales/en/acts.json";
import type assignment from "../../../locales/en/assignment.json";
import type audit from "../../../locales/en/audit.json";
import type common from "../../../locales/en/common.json";
import type custody from "../../../locales/en/custody.json";
import type dates from "../../../locales/en/dates.json";
import type decisions from "../../../locales/en/decisions.json";
import type desk from "../../../locales/en/desk.json";
import type drafts from "../../../locales/en/drafts.json";
import type entries from "../../../locales/en/entries.json";
import type evidence from "../../../locales/en/evidence.json";
import type forms from "../../../locales/en/forms.json";
import type help from "../../../locales/en/help.json";
import type home from "../../../locales/en/home.json";
import type imports from "../../../locales/en/imports.json";
import type judges from "../../../locales/en/judges.json";
import type judging from "../../../locales/en/judging.json";
import type people from "../../../locales/en/people.json";
import type places from "../../../locales/en/places.json";
import type programmes from "../../../locales/en/programmes.json";
import type regions from "../../../locales/en/regions.json";
import type reports from "../../../locales/en/reports.json";
import type rounds from "../../../locales/en/rounds.json";
import type services from "../../../locales/en/services.json";
import type shell from "../../../locales/en/shell.json";
import type standing from "../../../locales/en/standing.json";
import type table from "../../../locales/en/table.json";
import type verification from "../../../locales/en/verification.json";
import type words from "../../../locales/en/words.json";

/**
 * Which phrases exist: one line per feature, `<feature>: typeof <its English file>`. English is the type; a key that is not in it
 * does not compile. The files are loaded when a page first asks for them.
 */
export type Phrases = {
  account: typeof account;
  acts: typeof acts;
  assignment: typeof assignment;
  audit: typeof audit;
  common: typeof common;
  custody: typeof custody;
  dates: typeof dates;
  decisions: typeof decisions;
  desk: typeof desk;
  drafts: typeof drafts;
  entries: typeof entries;
  evidence: typeof evidence;
  forms: typeof forms;
  help: typeof help;
  home: typeof home;
  imports: typeof imports;
  judges: typeof judges;
  judging: typeof judging;
  people: typeof people;
  programmes: typeof programmes;
  places: typeof places;
  regions: typeof regions;
  refusals: Record<RefusalCode, string>;
  rounds: typeof rounds;
  reports: typeof reports;
  services: typeof services;
  shell: typeof shell;
  standing: typeof standing;
  table: typeof table;
  verification: typeof verification;
  words: typeof words;
};

/** A file of phrases. */
export type Namespace = keyof Phrases;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: Phrases;
    returnNull: false;
  }
}
