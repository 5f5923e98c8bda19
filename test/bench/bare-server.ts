import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { BARE } from "./bare-sql.ts";

/** The least that could answer the same: `node:http`, one pool, one prepared statement a request, PostgreSQL's JSON passed through. */
export async function startBare(url: string, connections: number): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      try {
        const name = request.url?.slice(1) ?? "";
        const text = BARE[name as keyof typeof BARE];
        const values: unknown[] = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as { values: unknown[] }).values : [];
        const { rows } = await pool.query<{ answer: string }>({ name, text, values });
        const body = Buffer.from(rows[0]?.answer ?? "null");
        response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
      } catch (error) {
        response.writeHead(500).end(String(error));
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await pool.end();
    },
  };
}
