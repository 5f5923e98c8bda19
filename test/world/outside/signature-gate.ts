import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** The key pair that requests must be signed with. */
export type KeyPair = { readonly accessKeyId: string; readonly secretAccessKey: string };

/** Stands before a store and lets through only what is signed rightly. */
export type SignatureGate = { readonly port: number; stop(): Promise<void> };

/**
 * Checks the signature of version 4 of each request over what really arrived, by itself and from the specification ("Authenticating Requests:
 * Using the Authorization Header"), as a store would: 403 for another secret, a changed header, path or content, and an old date. What passes goes on.
 */
export async function startSignatureGate(target: number, keys: KeyPair): Promise<SignatureGate> {
  const server = createServer((incoming, answer) => void admit({ incoming, answer, target, keys }));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type Passing = { readonly incoming: IncomingMessage; readonly answer: ServerResponse; readonly target: number; readonly keys: KeyPair };

async function admit({ incoming, answer, target, keys }: Passing): Promise<void> {
  const body = await buffer(incoming);
  const problem = problemOf(incoming, body, keys);
  if (problem) {
    answer.writeHead(403, { "content-type": "application/xml" }).end(`<Error><Code>${problem}</Code></Error>`);
    return;
  }
  const { method, url, headers } = incoming;
  const onward = request({ host: "127.0.0.1", port: target, method, path: url, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  onward.end(body);
}

const LONGEST_AGE = 15 * 60_000;

/** Why a store refuses this request, or null. */
function problemOf(incoming: IncomingMessage, body: Buffer, keys: KeyPair): string | null {
  const parts = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    incoming.headers.authorization ?? "",
  );
  const [, accessKeyId = "", scope = "", signed = "", signature = ""] = parts ?? [];
  if (!parts) return "AccessDenied";
  if (accessKeyId !== keys.accessKeyId) return "InvalidAccessKeyId";
  const names = signed.split(";");
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.includes(name))) return "AccessDenied";
  const [moment, declared] = [headerOf(incoming, "x-amz-date"), headerOf(incoming, "x-amz-content-sha256")];
  const at = Date.parse(moment.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (!(Math.abs(Date.now() - at) < LONGEST_AGE)) return "RequestTimeTooSkewed";
  if (declared !== "UNSIGNED-PAYLOAD" && declared !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const words = ["AWS4-HMAC-SHA256", moment, scope, sha256(canonicalRequest(incoming, names, declared))].join("\n");
  const wanted = hmac(signingKey(keys.secretAccessKey, scope), words);
  return timingSafeEqual(wanted, Buffer.from(signature, "hex")) ? null : "SignatureDoesNotMatch";
}

function canonicalRequest(incoming: IncomingMessage, names: readonly string[], payload: string): string {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://store");
  const query = [...searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).sort();
  const headers = names.map((name) => `${name}:${headerOf(incoming, name).trim().replace(/\s+/g, " ")}\n`);
  return [incoming.method, pathname, query.join("&"), headers.join(""), names.join(";"), payload].join("\n");
}

/** From the secret, day, region and service, each hashed with the one before. */
function signingKey(secret: string, scope: string): Buffer {
  return scope.split("/").reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secret}`));
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  return [headers[name] ?? ""].flat().join(",");
}

function hmac(key: Buffer, words: string): Buffer {
  return createHmac("sha256", key).update(words).digest();
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
