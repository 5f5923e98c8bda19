import { Agent, request } from "node:http";

/** What the load process is told: every body once (a body's `§` becomes a number of its own), or one without end. */
export type Load = {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Bodies to be sent once each; overrides `body`. */
  readonly bodies?: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
  /** Every answer must hold this text: a wrong answer is no speed. */
  readonly expect: string;
};

export type Measured = { readonly requests: number; readonly milliseconds: number; readonly bytes: number; readonly wrong: string | null };

/** Sends as fast as the answers come, over so many kept connections, for so long. */
async function send(load: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const seed = `${process.hrtime.bigint()}`;
  let [requests, bytes, sent] = [0, 0, 0];
  let wrong: string | null = null;
  const start = performance.now();
  const end = start + load.milliseconds;
  const next = (): string | null | undefined => {
    sent += 1;
    if (load.bodies) return load.bodies[sent - 1];
    return load.body?.replace("§", `${seed}${sent}`) ?? null;
  };
  async function worker(): Promise<void> {
    for (let body = next(); body !== undefined && performance.now() < end && wrong === null; body = next()) {
      const answer = await one(load, agent, body);
      requests += 1;
      bytes += answer.length;
      if (!answer.includes(load.expect)) wrong = answer.subarray(0, 500).toString();
    }
  }
  await Promise.all(Array.from({ length: load.connections }, worker));
  agent.destroy();
  return { requests, milliseconds: performance.now() - start, bytes: bytes / Math.max(requests, 1), wrong };
}

function one({ url, method, headers }: Load, agent: Agent, body: string | null): Promise<Buffer> {
  return new Promise((done, failed) => {
    const length = body === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asked = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done(Buffer.concat(chunks)));
      response.once("error", failed);
    });
    asked.once("error", failed);
    asked.end(body ?? undefined);
  });
}

process.on("message", (load: Load) => {
  void send(load).then((measured) => process.send?.(measured));
});
process.once("disconnect", () => process.exit(0));
