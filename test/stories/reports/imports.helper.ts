import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import type { Client } from "../../world/client.ts";

/** A run as these stories read it. */
export type Run = {
  readonly id: string;
  readonly state: string;
  readonly dryRun: boolean;
  readonly rowsRead: number;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  readonly rowsRefused: number;
  readonly understood: {
    readonly format: string;
    readonly encoding: string | null;
    readonly delimiter: string | null;
    readonly ignored: readonly string[];
    readonly facts: readonly { readonly name: string; readonly value: string }[];
  } | null;
  readonly refusals: { readonly nodes: readonly { readonly line: number; readonly column: string | null; readonly code: string }[] };
  readonly changes: { readonly nodes: readonly { readonly kind: string; readonly before: object | null; readonly after: object }[] };
};

const RUN = `query ($id: ID!) { importRun(id: $id) { id state dryRun rowsRead rowsNew rowsChanged rowsUnchanged rowsRefused
  understood { format encoding delimiter ignored facts { name value } }
  refusals(first: 100) { nodes { line column code } } changes(first: 100) { nodes { kind before after } } } }`;

/** Uploads a file in two pieces; answers its key, or the status and what was said. */
export async function uploadFile(client: Client, name: string, content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content as string);
  const headers = { "tus-resumable": "1.0.0" };
  const created = await client.fetch("/files", {
    method: "POST",
    headers: { ...headers, "upload-length": String(bytes.length), "upload-metadata": `filename ${Buffer.from(name).toString("base64")}` },
  });
  if (created.status !== 201) return `${created.status} ${await created.text()}`;
  const place = created.headers.get("location") ?? "";
  const half = Math.floor(bytes.length / 2);
  for (const [from, to] of [
    [0, half],
    [half, bytes.length],
  ] as const) {
    const sent = await client.fetch(place, {
      method: "PATCH",
      headers: { ...headers, "upload-offset": String(from), "content-type": "application/offset+octet-stream" },
      body: new Uint8Array(bytes.subarray(from, to)),
    });
    if (sent.status !== 204) return `${sent.status} ${await sent.text()}`;
  }
  return place.split("/").at(-1) ?? "";
}

export type Start = {
  readonly kind: string;
  readonly fileKey: string;
  readonly mode?: string;
  readonly dryRun?: boolean;
  readonly options?: object;
};

/** Starts an import; answers the run's id, or the code of the refusal. */
export async function startRun(client: Client, input: Start): Promise<string> {
  const answer = await client.ask<{ startImport: { refusals: readonly { code: string }[]; run: { id: string } | null } }>(
    "mutation ($input: StartImportInput!) { startImport(input: $input) { refusals { code } run { id } } }",
    { input },
  );
  const payload = answer.data?.startImport;
  return answer.errors?.[0]?.extensions.code ?? payload?.refusals[0]?.code ?? payload?.run?.id ?? "";
}

/** Uploads, imports and waits for the end. */
export async function sendFile(
  client: Client,
  send: Omit<Start, "fileKey"> & { readonly text: string | Buffer; readonly name?: string },
): Promise<Run> {
  const { text, name = "figures.csv", ...start } = send;
  const id = await startRun(client, { ...start, fileKey: await uploadFile(client, name, text) });
  for (let waited = 0; waited < 30_000; waited += 50) {
    const { importRun } = await client.data<{ importRun: Run }>(RUN, { id });
    if (!["WAITING", "RUNNING"].includes(importRun.state)) return importRun;
    await wait(50);
  }
  throw new Error(`The import ${id} did not end`);
}

/** A service that sectors deliver. */
export async function insertService(owner: pg.Client, code: string): Promise<void> {
  await owner.query(
    `insert into service (id, country, code, names, delivered_at) values (gen_random_uuid(), 'RW', $1, jsonb_build_object('en', $1::text), 'SECTOR')`,
    [code],
  );
}

/** Three sectors in two provinces. */
export const PLACES = [
  { country: "RW", level: "PROVINCE", code: "1", name: "City of Kigali" },
  { country: "RW", level: "PROVINCE", code: "2", name: "South" },
  { country: "RW", level: "DISTRICT", code: "11", name: "Nyarugenge", parent: "1" },
  { country: "RW", level: "DISTRICT", code: "21", name: "Nyanza", parent: "2" },
  { country: "RW", level: "SECTOR", code: "1101", name: "Gitega", parent: "11" },
  { country: "RW", level: "SECTOR", code: "1102", name: "Kanyinya", parent: "11" },
  { country: "RW", level: "SECTOR", code: "2101", name: "Busasamana", parent: "21" },
];
