import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import { Refusal } from "../refusal.ts";
import { checkedKey, type KeptFiles } from "./kept-files.ts";

/** A bucket and how to reach it. */
export type S3Place = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/**
 * Files kept in a bucket of a store that speaks S3 (signature version 4, addressed by path). The content's checksum is part of the signed
 * request, so that a file which was changed under way is not taken. The bucket must be private and exist.
 */
export function filesInS3(place: S3Place): KeptFiles {
  const client = new AwsClient({ ...place, service: "s3", retries: 2 });
  const addressOf = (key: string): string => `${place.endpoint.replace(/\/$/, "")}/${place.bucket}/${checkedKey(key)}`;
  const ask = async (key: string, init: RequestInit): Promise<Response> => {
    const response = await client.fetch(addressOf(key), init);
    if (response.ok) return response;
    const words = (await response.text()).slice(0, 300);
    if (response.status === 404 && !words.includes("NoSuchBucket")) throw new Refusal("NOT_FOUND");
    throw new Error(`The store answered ${init.method} with ${response.status}: ${words}`);
  };
  return {
    async put(path, { key, sha256, mediaType }) {
      const headers = { "content-type": mediaType, "x-amz-content-sha256": sha256 };
      await ask(key, { method: "PUT", body: await openAsBlob(path), headers });
    },
    async read(key, range) {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      const { body } = await ask(key, { method: "GET", headers });
      return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]);
    },
    async remove(key) {
      await ask(key, { method: "DELETE" }).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
    },
  };
}
