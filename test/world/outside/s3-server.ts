import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSignatureGate } from "./signature-gate.ts";

/** A running S3 server with one bucket. It knows one key pair; before it stands a gate that checks each request's signature. */
export type S3Server = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  stop(): Promise<void>;
};

type S3rver = new (options: object) => { run(): Promise<{ readonly port: number }>; close(): Promise<void> };

/** Starts one on a free port, its objects in a folder of its own. */
export async function startS3Server(): Promise<S3Server> {
  const Server = createRequire(import.meta.url)("s3rver") as S3rver;
  const directory = await mkdtemp(join(tmpdir(), "isonga-s3-"));
  const bucket = "evidence";
  const server = new Server({ port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets: [{ name: bucket }] });
  const { port } = await server.run();
  // the key pair that this server knows
  const keys = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
  const gate = await startSignatureGate(port, keys);
  return {
    endpoint: `http://127.0.0.1:${gate.port}`,
    bucket,
    ...keys,
    region: "us-east-1",
    async stop() {
      await gate.stop();
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
