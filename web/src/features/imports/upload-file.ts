import { REFUSAL_CODES } from "@isonga/schema/refusal-codes";
import { type DetailedError, Upload } from "tus-js-client";
import type { Failure } from "../../lib/refusals/failure.ts";

/** Bytes a request carries: a lost connection costs no more than this. */
const CHUNK = 1024 * 1024;

/** Sends a file in pieces, going on where it stopped when the network comes back. Answers its key; throws an {@link UploadFailed}. */
export function uploadFile(file: File, onProgress: (sent: number) => void): Promise<string> {
  return new Promise((done, failed) => {
    const upload = new Upload(file, {
      endpoint: "/files",
      chunkSize: CHUNK,
      retryDelays: [500, 1_000, 3_000, 5_000, 10_000, 20_000],
      metadata: { filename: file.name },
      storeFingerprintForResuming: false,
      onProgress,
      onSuccess: () => done(upload.url?.split("/").at(-1) ?? ""),
      onError: (error) => failed(new UploadFailed(failureOf(error))),
    });
    upload.start();
  });
}

/** Why a file did not arrive. */
export class UploadFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super("The file did not arrive");
    this.failure = failure;
  }
}

function failureOf(error: Error | DetailedError): Failure {
  const answer = "originalResponse" in error ? error.originalResponse : null;
  if (!answer) return { kind: "network" };
  const code = REFUSAL_CODES.find((candidate) => candidate === answer.getBody().trim());
  if (code) return { kind: "refused", refusals: [{ code, values: { kinds: "CSV, XLSX, JSON" } }] };
  return { kind: "fault", faultId: `HTTP ${answer.getStatus()}` };
}
