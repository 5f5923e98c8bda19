import type { PublicationSnapshot } from "@isonga/schema/published-result";
import { sha256 } from "../inputs-digest.ts";

/** A snapshot as everybody may have it. */
export type OpenPart = Omit<PublicationSnapshot, "inputs"> & {
  readonly inputs: Pick<PublicationSnapshot["inputs"], "digest" | "services" | "approvedReports" | "expectedReports">;
};

/** The snapshot without what it was computed from: figures of every area, and levels of every entry, stay with those who are allowed them. */
export function openPart({ inputs, ...snapshot }: PublicationSnapshot): OpenPart {
  const { digest, services, approvedReports, expectedReports } = inputs;
  return { ...snapshot, inputs: { digest, services, approvedReports, expectedReports } };
}

/** SHA-256 of the canonical JSON (RFC 8785) of the open part, so that whoever has the file can check that it is whole. */
export function openChecksum(snapshot: PublicationSnapshot): string {
  return sha256(openPart(snapshot));
}
