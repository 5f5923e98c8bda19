import type { Client } from "../client.ts";

/** Where a file is to go. */
export type UploadPlace = { readonly entryId: string; readonly indicator?: string; readonly field?: string; readonly name?: string };

export const SHELF = `query ($entryId: ID!) { evidence(entryId: $entryId) { id largestFile kinds viewerCan { change }
  items { id indicator field kind name url mediaType size sha256 scan addedBy removedAt } removed { id name url removedBy removedReason } } }`;
export const ADD = `mutation ($input: AddEvidenceInput!) { addEvidence(input: $input) { refusals { code field values }
  evidence { items { id name kind url size sha256 scan } } } }`;
export const ADD_LINK = `mutation ($input: AddEvidenceLinkInput!) { addEvidenceLink(input: $input) { refusals { code field }
  evidence { items { id name kind url } } } }`;
export const REMOVE = `mutation ($input: RemoveEvidenceInput!) { removeEvidence(input: $input) { refusals { code field } evidence { items { id } removed { id } } } }`;

export type Piece = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly url: string | null;
  readonly scan: string;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly addedBy?: string | null;
};

/** Begins an upload as a browser does. Answers the response, whose `location` is where to send the bytes. */
export function beginUpload(client: Client, place: UploadPlace, size: number): Promise<Response> {
  const { name = "proof.pdf", ...rest } = place;
  const metadata = Object.entries({ purpose: "evidence", filename: name, ...rest })
    .map(([key, value]) => `${key} ${Buffer.from(String(value)).toString("base64")}`)
    .join(",");
  const headers = { "tus-resumable": "1.0.0", "upload-length": String(size), "upload-metadata": metadata };
  return client.fetch("/files", { method: "POST", headers });
}

/** Sends bytes to an upload from a place on. */
export function sendBytes(client: Client, location: string, content: Buffer, offset = 0): Promise<Response> {
  const headers = { "tus-resumable": "1.0.0", "upload-offset": String(offset), "content-type": "application/offset+octet-stream" };
  return client.fetch(location, { method: "PATCH", headers, body: new Uint8Array(content) });
}

/** Uploads a file whole. Answers its key, or the code with which it was refused. */
export async function upload(client: Client, content: Buffer, place: UploadPlace): Promise<string> {
  const begun = await beginUpload(client, place, content.length);
  if (begun.status !== 201) return begun.text();
  const location = begun.headers.get("location") ?? "";
  const sent = await sendBytes(client, location, content);
  return sent.ok ? (location.split("/").at(-1) ?? "") : sent.text();
}

/** Uploads a file and makes it evidence. Answers the piece, or throws with what was refused. */
export async function prove(client: Client, content: Buffer, place: UploadPlace): Promise<Piece> {
  const fileKey = await upload(client, content, place);
  const { entryId, indicator, field } = place;
  type Answer = { addEvidence: { refusals: readonly object[]; evidence: { items: readonly Piece[] } | null } };
  const { addEvidence } = await client.data<Answer>(ADD, { input: { entryId, indicator, field, fileKey } });
  const piece = addEvidence.evidence?.items.at(-1);
  if (!piece) throw new Error(`${fileKey}: ${JSON.stringify(addEvidence.refusals)}`);
  return piece;
}
