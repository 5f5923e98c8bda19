import type { Language } from "@isonga/schema/languages";
import type { Role } from "../kernel/actor.ts";
import { IGA_ROUNDS } from "./indonesia/rounds.ts";
import { KIPP_ROUND } from "./kipp/kipp-round.ts";

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
  { role: "JUDGE", name: "Patrick Mugisha", email: "judge@isonga.example", language: "en", scope: { rounds: [] } },
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

/** Those of the jury award: who hands proposals in, endorses and checks them for all offices, and who decides; the judges are invited. */
export const DEMO_PEOPLE_KIPP: readonly DemoPerson[] = [
  { role: "STAFF", name: "Yuni Astuti", email: "pengusul@isonga.example", language: "id", scope: { country: "ID", area: "16" } },
  { role: "HEAD", name: "Rahmat Hidayat", email: "kepala.kipp@isonga.example", language: "id", scope: { country: "ID", area: "16" } },
  {
    role: "COORDINATOR",
    name: "Lina Kartika",
    email: "koordinator.kipp@isonga.example",
    language: "id",
    scope: { country: "ID", area: "16" },
  },
  { role: "CHAIR", name: "Maria Simanjuntak", email: "ketua.juri@isonga.example", language: "id", scope: { rounds: [KIPP_ROUND] } },
];

/** The jury: who sits on panel A, then who on panel B; the last one, a guest from Rwanda, reads the translations. Names are invented. */
export const DEMO_JUDGES: readonly Pick<DemoPerson, "name" | "email" | "language">[] = [
  { name: "Agus Prasetyo", email: "juri@isonga.example", language: "id" },
  { name: "Nurul Aini", email: "juri2@isonga.example", language: "id" },
  { name: "Yohanes Sitorus", email: "juri3@isonga.example", language: "id" },
  { name: "Ratna Dewi", email: "juri4@isonga.example", language: "id" },
  { name: "Bambang Sutrisno", email: "juri5@isonga.example", language: "id" },
  { name: "Kartini Lubis", email: "juri6@isonga.example", language: "id" },
  { name: "Fajar Nugroho", email: "juri7@isonga.example", language: "id" },
  { name: "Indah Permata", email: "juri8@isonga.example", language: "id" },
  { name: "Made Wirawan", email: "juri9@isonga.example", language: "id" },
  { name: "Tuti Handayani", email: "juri10@isonga.example", language: "id" },
  { name: "Zainal Abidin", email: "juri11@isonga.example", language: "id" },
  { name: "Patrick Mugisha", email: "judge@isonga.example", language: "en" },
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
