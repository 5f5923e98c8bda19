import pg from "pg";
import type { Client } from "./client.ts";
import { openPostOffice, type PostOffice } from "./outside/post-office.ts";
import { createWorld, type World, type WorldOptions } from "./world.ts";

export const INVITE = `mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { refusals { code field }
  person { id version state grants { role scope scopeName scopeTrail viewerCan { revoke } } viewerCan { edit invite disable grant } } } }`;
export const GRANT = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { refusals { code field } person { id grants { id role scopeName } } } }`;
export const REVOKE = `mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { refusals { code } person { grants { id } } } }`;
export const DISABLE = `mutation ($input: PersonVersionInput!) { disablePerson(input: $input) { refusals { code } person { state } } }`;
export const ENABLE = `mutation ($input: PersonVersionInput!) { enablePerson(input: $input) { refusals { code } person { state } } }`;
export const PEOPLE = `query ($search: String, $role: Role) { people(first: 100, search: $search, role: $role) { nodes { name email state } } }`;

export type Refused = { readonly code: string; readonly field?: string };
export type PersonAnswer = {
  readonly refusals: readonly Refused[];
  readonly person: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly grants: readonly { readonly id: string; readonly role: string }[];
  } | null;
};

/** A world with an administrator, a mail server and three places, and others made when a test first asks for them. */
export type PeopleWorld = {
  readonly world: World;
  readonly office: PostOffice;
  readonly admin: Client;
  /** `sector` lies in `district`, `elsewhere` does not. */
  readonly huye: { readonly district: string; readonly sector: string; readonly elsewhere: string };
  /** Claudine, who coordinates the district. */
  coordinator(): Promise<Client>;
  /** Samuel, who works in the sector. */
  staff(): Promise<Client>;
  /** The variables of an invitation. */
  invitation(email: string, grants?: readonly object[], language?: string): object;
  /** A person's id and version, by a part of the name or address. */
  find(search: string): Promise<{ readonly id: string; readonly version: number; readonly grants: readonly { readonly id: string }[] }>;
  stop(): Promise<void>;
};

export async function createPeopleWorld(options: WorldOptions = {}): Promise<PeopleWorld> {
  const office = await openPostOffice();
  const world = await createWorld({ smtpUrl: office.url, ...options });
  const huye = await threePlaces(world);
  const admin = await world.person("Aline", [{ role: "ADMINISTRATOR" }]);
  const made = new Set<string>();
  const once = async (name: string, grant: Parameters<World["person"]>[1][number]): Promise<Client> => {
    if (made.has(name)) return world.signIn(`${name.toLowerCase()}@example.org`);
    made.add(name);
    return world.person(name, [grant]);
  };
  return {
    world,
    office,
    admin,
    huye,
    coordinator: () => once("Claudine", { role: "COORDINATOR", jurisdictionId: huye.district }),
    staff: () => once("Samuel", { role: "STAFF", jurisdictionId: huye.sector }),
    invitation: (email, grants = [{ role: "STAFF", jurisdictionId: huye.sector }], language = "en") => ({
      input: { name: "Innocent Mugabo", email, language, grants },
    }),
    async find(search) {
      type Found = { people: { nodes: { id: string; version: number; grants: { id: string }[] }[] } };
      const { people } = await admin.data<Found>(
        "query ($search: String) { people(search: $search) { nodes { id version grants { id } } } }",
        { search },
      );
      const [found] = people.nodes;
      if (!found) throw new Error(`Nobody is called ${search}`);
      return found;
    },
    async stop() {
      await world.stop();
      await office.stop();
    },
  };
}

/** Rwanda with two districts and a sector: `sector` lies in `district`, `elsewhere` does not. */
async function threePlaces(world: World) {
  const place = {
    district: "01900000-0000-7000-8000-000000000002",
    sector: "01900000-0000-7000-8000-000000000003",
    elsewhere: "01900000-0000-7000-8000-000000000004",
  };
  const country = "01900000-0000-7000-8000-000000000001";
  await owner(
    world,
    `insert into area_level (country, code, position, names, key_system) values
    ('RW', 'COUNTRY', 0, '{"en":"Country"}', 'iso'), ('RW', 'DISTRICT', 2, '{"en":"District"}', 'nisr'), ('RW', 'SECTOR', 3, '{"en":"Sector"}', 'nisr')
    on conflict do nothing`,
  );
  await owner(
    world,
    `insert into jurisdiction (id, country, level, code, name, parent_id, path) values
    ('${country}', 'RW', 'COUNTRY', 'RW', 'Rwanda', null, 'RW'), ('${place.district}', 'RW', 'DISTRICT', '24', 'Huye', '${country}', 'RW.24'),
    ('${place.sector}', 'RW', 'SECTOR', '2408', 'Ngoma', '${place.district}', 'RW.24.2408'), ('${place.elsewhere}', 'RW', 'DISTRICT', '25', 'Nyamagabe', '${country}', 'RW.25')`,
  );
  return place;
}

/** Runs a statement as the owner of the tables. */
export async function owner(world: World, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(world.database.ownerUrl);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
