import type { Language } from "@isonga/schema/languages";
import type { Role } from "../kernel/actor.ts";

/** Where a demo grant holds: everywhere, an area by its code, or a round by its code. */
export type DemoScope = "PLATFORM" | { readonly area: string } | { readonly rounds: readonly string[] };

export type DemoPerson = {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly scope: DemoScope;
};

/** The one password of all demo accounts: known to everybody, so production refuses to load them. */
export const DEMO_PASSWORD = "isonga-demo-2026";

const ROUNDS = { rounds: ["irembo-2022", "irembo-2026"] } as const;

/** An account for each role; the first of a role is told at the start. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { role: "ADMINISTRATOR", name: "Aline Uwase", email: "administrator@isonga.example", language: "en", scope: "PLATFORM" },
  { role: "COORDINATOR", name: "Jean Bosco Habimana", email: "coordinator@isonga.example", language: "en", scope: { area: "1" } },
  { role: "STAFF", name: "Claudine Mukamana", email: "staff@isonga.example", language: "en", scope: { area: "1309" } },
  { role: "VERIFIER", name: "Eric Ndayisaba", email: "verifier@isonga.example", language: "en", scope: { area: "RW" } },
  { role: "CHAIR", name: "Immaculée Nyirahabimana", email: "chair@isonga.example", language: "en", scope: ROUNDS },
  { role: "JUDGE", name: "Patrick Mugisha", email: "judge@isonga.example", language: "en", scope: ROUNDS },
  { role: "AUDITOR", name: "Solange Ingabire", email: "auditor@isonga.example", language: "en", scope: "PLATFORM" },
  { role: "STAFF", name: "Vestine Uwimana", email: "umukozi@isonga.example", language: "rw", scope: { area: "2413" } },
  { role: "COORDINATOR", name: "Emmanuel Nsengiyumva", email: "umuhuzabikorwa@isonga.example", language: "rw", scope: { area: "2" } },
];

/** Officials recognised with the winners of 2022, by the area's code: roles as in 2022, names invented. */
export const DEMO_OFFICIALS: Readonly<Record<string, readonly (readonly [role: string, name: string])[]>> = {
  "13": [
    ["district-executive-administrator", "Olivier Karangwa"],
    ["district-it-officer", "Diane Umutoni"],
  ],
  "24": [
    ["district-executive-administrator", "Théogène Bizimana"],
    ["district-it-officer", "Alice Mukeshimana"],
  ],
  "11": [
    ["district-executive-administrator", "Chantal Uwamahoro"],
    ["district-it-officer", "Yves Nshimiyimana"],
  ],
  "1309": [
    ["executive-secretary", "Josiane Nyirahabineza"],
    ["civil-registration-officer", "Pacifique Rukundo"],
  ],
  "2413": [
    ["executive-secretary", "Innocent Munyaneza"],
    ["civil-registration-officer", "Béatrice Mukandori"],
  ],
  "3504": [
    ["executive-secretary", "Fidèle Twagirayezu"],
    ["civil-registration-officer", "Espérance Uwera"],
  ],
  "4415": [
    ["executive-secretary", "Marie Rose Nyiransabimana"],
    ["civil-registration-officer", "Jean Paul Tuyisenge"],
  ],
  "5101": [
    ["executive-secretary", "Gaspard Hakizimana"],
    ["civil-registration-officer", "Francine Murekatete"],
  ],
};
