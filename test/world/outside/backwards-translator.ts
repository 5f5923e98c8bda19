import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that speaks LibreTranslate's `POST /translate`, says every text backwards, and notes what it was asked. */
export class BackwardsTranslator {
  readonly asked: { readonly q: readonly string[]; readonly source: string; readonly target: string; readonly api_key: string }[] = [];
  failing = false;
  readonly #server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as BackwardsTranslator["asked"][number];
      this.asked.push(body);
      response.writeHead(this.failing ? 500 : 200, { "content-type": "application/json" });
      response.end(
        JSON.stringify(
          this.failing ? { error: "secret-of-the-server" } : { translatedText: body.q.map((text) => [...text].reverse().join("")) },
        ),
      );
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.#server.close(() => done()));
  }
}
