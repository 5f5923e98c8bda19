import { REFUSAL_CODES } from "@isonga/schema/refusal-codes";
import { DetailedError } from "tus-js-client";
import { type Failure, failureOf } from "../refusals/failure.ts";

/** Why a file did not arrive: the upload endpoint answers with a refusal's code, and without an answer it was the network. */
export function uploadFailure(error: unknown): Failure {
  if (!(error instanceof DetailedError)) return failureOf(error);
  const answer = error.originalResponse;
  if (!answer) return { kind: "network" };
  const code = REFUSAL_CODES.find((candidate) => candidate === answer.getBody().trim());
  if (code) return { kind: "refused", refusals: [{ code, values: VALUES[code] }] };
  return answer.getStatus() >= 502 ? { kind: "network" } : { kind: "fault", faultId: `HTTP ${answer.getStatus()}` };
}

/** The endpoint answers codes alone; what their words need is filled in here. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FILE_KIND: { kinds: "PDF, PNG, JPEG, WebP, MP4, XLSX, DOCX, ODS, ODT" },
  FILE_TOO_LARGE: { max: "10 MB" },
};
