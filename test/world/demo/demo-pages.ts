import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DEMO_PASSWORD } from "@isonga/server/demo/accounts";
import type { Client } from "../client.ts";
import type { World } from "../world.ts";
import { judgingPages } from "./judging-pages.ts";

/** Somebody of the demo, by what they are there: the first of each role in Rwanda, four of Indonesia's award, three of its jury's. */
const EMAILS = {
  ADMINISTRATOR: "administrator",
  COORDINATOR: "coordinator",
  STAFF: "staff",
  VERIFIER: "verifier",
  CHAIR: "chair",
  JUDGE: "judge",
  AUDITOR: "auditor",
  OFFICE: "staf",
  HEAD: "kepala",
  REGION: "koordinator",
  EXAMINER: "verifikator",
  JUROR: "juri",
  JURY: "ketua.juri",
  APPLICANT: "pengusul",
} as const;
export type Persona = keyof typeof EMAILS;
export const PERSONAS = Object.keys(EMAILS) as Persona[];

/** A page of the app as somebody opens it: `route` as it is registered, `path` below `/<language>/app/`. */
export type DemoPage = { readonly route: string; readonly path: string; readonly as: Persona };

/** Signs somebody of the demo in. */
export function signInAs(world: World, persona: Persona): Promise<Client> {
  return world.signIn(`${EMAILS[persona]}@isonga.example`, DEMO_PASSWORD);
}

type Feature = { readonly path: string; readonly children?: readonly Feature[] };
type Routes = { readonly FEATURES: readonly Feature[]; readonly OPEN_FEATURES: readonly Feature[] };

/** Every address that the app registers, dialogs included; behind sign-in, and open. */
export async function registeredRoutes(): Promise<{ readonly signedIn: readonly string[]; readonly open: readonly string[] }> {
  // By its address, so that the pages of the web are not compiled as part of the tests.
  const file = pathToFileURL(resolve(import.meta.dirname, "../../../web/src/router/routes.tsx")).href;
  const { FEATURES, OPEN_FEATURES } = (await import(/* @vite-ignore */ file)) as Routes;
  const flat = ({ path, children = [] }: Feature): readonly string[] => [
    path,
    ...children.flatMap(flat).map((child) => `${path}/${child}`),
  ];
  return { signedIn: FEATURES.flatMap(flat), open: OPEN_FEATURES.flatMap(flat) };
}

/** A real example of each page behind sign-in, opened by whoever works there; what the demo lacks (an agency, a letter) is made. */
export async function demoPages(world: World): Promise<readonly DemoPage[]> {
  const ids = await findIds(await signInAs(world, "ADMINISTRATOR"), await signInAs(world, "CHAIR"));
  const { RETURNED = "", CHECKED = "" } = await entriesByState(await signInAs(world, "REGION"));
  const judging = await judgingPages(world, await signInAs(world, "JURY"), await signInAs(world, "JUROR"));
  const all: readonly (readonly [route: string, path: string, as?: Persona])[] = [
    ["", "", "STAFF"],
    ["", "", "ADMINISTRATOR"],
    ["", "", "CHAIR"],
    ["places", "places"],
    ["places/:country/:code", "places/RW/13"],
    ["places/:country/:code", "places/RW/1309"],
    ["places/:country/:code/change", "places/RW/1309/change"],
    ["places/:country/:code/move", "places/RW/1309/move"],
    ["places/:country/:code/add", "places/RW/13/add"],
    ["places/:country/:code/agencies/new", "places/RW/13/agencies/new"],
    ["places/:country/:code/agencies/:agency", `places/RW/13/agencies/${ids.agency}`],
    ["search", "search?q=Kicukro"],
    ["imports", "imports"],
    ["imports/:id", `imports/${ids.run}`],
    ["people", "people"],
    ["people/invite", "people/invite"],
    ["people/:id", `people/${ids.person}`],
    ["people/:id/grant", `people/${ids.person}/grant`],
    ["letters", "letters"],
    ["letters/:id", `letters/${ids.letter}`],
    ["words", "words"],
    ["words", "words?kind=AGENCY&in=rw"],
    ["audit", "audit"],
    ["account", "account"],
    ["help", "help"],
    ["rounds", "rounds"],
    ["rounds/import", "rounds/import"],
    ["rounds/new", "rounds/new"],
    ["rounds/programmes/new", "rounds/programmes/new"],
    ["rounds/programmes/:code", `rounds/programmes/${ids.programme}`],
    ["rounds/:code", "rounds/irembo-2026"],
    ["rounds/:code", "rounds/irembo-2022"],
    ["rounds/:code/copy", "rounds/irembo-2022/copy"],
    ["rounds/:code/edit", "rounds/irembo-2026/edit"],
    ["rounds/:code/instrument", "rounds/irembo-2026/instrument"],
    ["reports", "reports", "ADMINISTRATOR"],
    ["reports/:areaId", `reports/${ids.sector}`, "STAFF"],
    ["reports/:areaId", `reports/${ids.province}`, "COORDINATOR"],
    ["reports/:areaId/:month", `reports/${ids.sector}/2026-10`, "STAFF"],
    ["reports/:areaId/:month", `reports/${ids.sector}/2026-11`, "STAFF"],
    ["reports/:areaId/:month/review", `reports/${ids.province}/2026-10/review`, "COORDINATOR"],
    ["entries", "entries", "OFFICE"],
    ["entries/new", "entries/new", "OFFICE"],
    ["entries/:id", `entries/${RETURNED}`, "OFFICE"],
    ["entries/:id/:task", `entries/${RETURNED}/results`, "OFFICE"],
    ["entries/:id/:task", `entries/${RETURNED}/about`, "OFFICE"],
    ["entries/:id/:task", `entries/${RETURNED}/kind`, "OFFICE"],
    ["entries/:id/:task", `entries/${RETURNED}/design`, "OFFICE"],
    ["entries/:id/:task", `entries/${RETURNED}/links`, "OFFICE"],
    ["entries/:id/:task", `entries/${RETURNED}/rows-infrastructure`, "OFFICE"],
    ["entries/:id/:task", `entries/${RETURNED}/rows-means`, "OFFICE"],
    ["entries/:id/print", `entries/${RETURNED}/print`, "OFFICE"],
    ["entries/:id/translations", `entries/${RETURNED}/translations`, "OFFICE"],
    ["custody", "custody", "HEAD"],
    ["custody/:round", "custody/iga-sumsel-2026", "REGION"],
    ["verification", "verification", "EXAMINER"],
    ["verification/:entryId", `verification/${CHECKED}`, "EXAMINER"],
    ["regions/:country/:code", "regions/ID/16.10", "REGION"],
    ["regions/:round/:country/:code", "regions/iga-sumsel-2023/ID/16.10", "REGION"],
    ["standings/:round", "standings/iga-sumsel-2023?level=REGENCY_CITY"],
    ["standings/:round/why/:subject", `standings/iga-sumsel-2023/why/${ids.regency}?level=REGENCY_CITY`],
    ["standings/:round/publish", "standings/iga-sumsel-2023/publish"],
    ["rounds/:code/form", "rounds/iga-sumsel-2026/form"],
    ["rounds/:code/form/print", "rounds/iga-sumsel-2026/form/print"],
    ["rounds/:code/instrument", "rounds/iga-sumsel-2026/instrument"],
    ["services", "services"],
    ["services/new", "services/new"],
    ["services/calendar", "services/calendar"],
    ["services/:serviceId", `services/${ids.service}`],
    ["standings", "standings", "CHAIR"],
    ["standings/:round", "standings/irembo-2022", "CHAIR"],
    ["standings/:round", "standings/irembo-2026?level=SECTOR", "CHAIR"],
    ["standings/:round/why/:subject", `standings/irembo-2022/why/${ids.first}?level=DISTRICT`, "CHAIR"],
    ["standings/:round/compare/:first/:second", `standings/irembo-2022/compare/${ids.first}/${ids.second}?level=DISTRICT`, "CHAIR"],
    ["standings/:round/decisions", "standings/irembo-2022/decisions", "CHAIR"],
    ["standings/:round/decisions", "standings/irembo-2026/decisions", "CHAIR"],
    [
      "standings/:round/decisions/stage",
      "standings/irembo-2022/decisions/stage?kind=PRIZE&level=DISTRICT&prize=best-districts&place=1",
      "CHAIR",
    ],
    ["standings/:round/decisions/officials/:subject", `standings/irembo-2022/decisions/officials/${ids.first}`, "CHAIR"],
    ["standings/:round/publish", "standings/irembo-2022/publish", "CHAIR"],
    ...judging,
    ["*", "nothing/of/the/kind"],
  ];
  return all.map(([route, path, as = "ADMINISTRATOR"]) => ({ route, path, as }));
}

type Ids = Readonly<
  Record<"agency" | "run" | "person" | "letter" | "programme" | "service" | "sector" | "province" | "regency" | "first" | "second", string>
>;

async function findIds(admin: Client, chair: Client): Promise<Ids> {
  const agency = await admin.data<{ createAgency: { agency: { id: string } } }>(CREATE_AGENCY, { input: await newAgency(admin) });
  await admin.data(INVITE, {
    input: { name: "Innocent Mugabo", email: "innocent@isonga.example", language: "rw", grants: [{ role: "AUDITOR" }] },
  });
  const found = await admin.data<Found>(FIND);
  const { standing } = await chair.data<{ standing: { rows: { area: { id: string } }[] } }>(STANDING, { round: found.round.id });
  const [first, second] = standing.rows;
  return {
    agency: agency.createAgency.agency.id,
    run: idOf(found.importRuns.nodes[0]),
    person: idOf(found.people.nodes[0]),
    letter: idOf(found.letters.nodes[0]),
    programme: found.programmes[0]?.code ?? "",
    service: idOf(found.services.nodes[0]),
    sector: found.sector.id,
    province: found.province.id,
    regency: found.regency.id,
    first: idOf(first?.area),
    second: idOf(second?.area),
  };
}

/** An entry of the open round in each state, by state. */
async function entriesByState(coordinator: Client): Promise<Readonly<Record<string, string>>> {
  const { round } = await coordinator.data<{ round: { id: string } }>(`{ round(code: "iga-sumsel-2026") { id } }`);
  const { entries } = await coordinator.data<{ entries: { nodes: { id: string; state: string }[] } }>(
    "query ($id: ID!) { entries(roundId: $id, first: 50) { nodes { id state } } }",
    { id: round.id },
  );
  return Object.fromEntries(entries.nodes.map(({ id, state }) => [state, id]));
}

async function newAgency(admin: Client): Promise<object> {
  const { place } = await admin.data<{ place: { id: string } }>(`{ place: jurisdiction(country: "RW", code: "13") { id } }`);
  return { jurisdictionId: place.id, facts: { name: "Kicukiro District Hospital", code: "KDH" } };
}

function idOf(thing: { readonly id: string } | undefined): string {
  if (!thing) throw new Error("The demo lacks something that every page needs one of");
  return thing.id;
}

type Nodes = { readonly nodes: readonly { readonly id: string }[] };
type Found = {
  readonly importRuns: Nodes;
  readonly people: Nodes;
  readonly letters: Nodes;
  readonly services: Nodes;
  readonly programmes: readonly { readonly code: string }[];
  readonly sector: { readonly id: string };
  readonly province: { readonly id: string };
  readonly regency: { readonly id: string };
  readonly round: { readonly id: string };
};

const CREATE_AGENCY = "mutation ($input: CreateAgencyInput!) { createAgency(input: $input) { agency { id } refusals { code field } } }";
const INVITE = "mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { refusals { code } } }";
const STANDING = `query ($round: ID!) { standing(roundId: $round, level: "DISTRICT") { rows { area { id } } } }`;
const FIND = `{ importRuns(first: 1, everybody: true) { nodes { id } } people(first: 1, search: "Claudine") { nodes { id } }
  letters(first: 1) { nodes { id } } services(first: 1) { nodes { id } } programmes { code }
  sector: jurisdiction(country: "RW", code: "1309") { id } province: jurisdiction(country: "RW", code: "1") { id }
  regency: jurisdiction(country: "ID", code: "16.10") { id }
  round(code: "irembo-2022") { id } }`;
