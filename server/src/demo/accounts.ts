import type { Language } from "@isonga/schema/languages";
import type { Role } from "../kernel/actor.ts";
import { IGA_ROUNDS } from "./indonesia/rounds.ts";

/** Where a demo grant holds: everywhere, an area by its code, an office of one by its name, or rounds by their codes. */
export type DemoScope =
  | "PLATFORM"
  | { readonly country: "RW" | "ID"; readonly area: string }
  | { readonly country: "RW" | "ID"; readonly area: string; readonly office: string }
  | { readonly rounds: readonly string[] };

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
const IGA = { rounds: Object.values(IGA_ROUNDS) } as const;

/** An account for each role; the first of a role is told at the start. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { role: "ADMINISTRATOR", name: "Aline Uwase", email: "administrator@isonga.example", language: "en", scope: "PLATFORM" },
  { role: "COORDINATOR", name: "Jean Bosco Habimana", email: "coordinator@isonga.example", language: "en", scope: rwanda("1") },
  { role: "STAFF", name: "Claudine Mukamana", email: "staff@isonga.example", language: "en", scope: rwanda("1309") },
  { role: "VERIFIER", name: "Eric Ndayisaba", email: "verifier@isonga.example", language: "en", scope: rwanda("RW") },
  { role: "CHAIR", name: "Immaculée Nyirahabimana", email: "chair@isonga.example", language: "en", scope: ROUNDS },
  { role: "JUDGE", name: "Patrick Mugisha", email: "judge@isonga.example", language: "en", scope: ROUNDS },
  { role: "AUDITOR", name: "Solange Ingabire", email: "auditor@isonga.example", language: "en", scope: "PLATFORM" },
  { role: "STAFF", name: "Vestine Uwimana", email: "umukozi@isonga.example", language: "rw", scope: rwanda("2413") },
  { role: "COORDINATOR", name: "Emmanuel Nsengiyumva", email: "umuhuzabikorwa@isonga.example", language: "rw", scope: rwanda("2") },
];

/** The office whose people the demo has: fifth of Ogan Ilir's by number of innovations in 2023. */
export const CIVIL_REGISTRY = "Dinas Kependudukan dan Pencatatan Sipil";

/** Those of Indonesia's award, whose names are invented: an office's staff and head, a regency's coordinator, a verifier, a chair. */
export const DEMO_PEOPLE_ID: readonly DemoPerson[] = [
  { role: "STAFF", name: "Dewi Lestari", email: "staf@isonga.example", language: "id", scope: office(CIVIL_REGISTRY) },
  { role: "HEAD", name: "Ahmad Fauzi", email: "kepala@isonga.example", language: "id", scope: office(CIVIL_REGISTRY) },
  { role: "STAFF", name: "Rina Marlina", email: "staf.dinkes@isonga.example", language: "id", scope: office("Dinas Kesehatan") },
  { role: "HEAD", name: "Hendra Gunawan", email: "kepala.dinkes@isonga.example", language: "id", scope: office("Dinas Kesehatan") },
  {
    role: "COORDINATOR",
    name: "Sri Wahyuni",
    email: "koordinator@isonga.example",
    language: "id",
    scope: { country: "ID", area: "16.10" },
  },
  { role: "VERIFIER", name: "Budi Santoso", email: "verifikator@isonga.example", language: "id", scope: { country: "ID", area: "16" } },
  { role: "CHAIR", name: "Siti Rahmawati", email: "ketua@isonga.example", language: "id", scope: IGA },
];

function rwanda(area: string): DemoScope {
  return { country: "RW", area };
}

function office(name: string): DemoScope {
  return { country: "ID", area: "16.10", office: name };
}

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
