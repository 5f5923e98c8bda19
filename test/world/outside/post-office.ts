import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real mail server of one test's own. */
export type PostOffice = {
  readonly url: string;
  /** What it has taken, the oldest first. */
  readonly letters: readonly ParsedMail[];
  /** Refuses everything until told otherwise: a mail server has bad days. */
  refuse(refused: boolean): void;
  /** The next letter to this address that has not been asked for yet; waits up to 20 seconds. */
  nextTo(address: string): Promise<ParsedMail>;
  stop(): Promise<void>;
};

export async function openPostOffice(): Promise<PostOffice> {
  const letters: ParsedMail[] = [];
  const seen = new Set<ParsedMail>();
  let refused = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onMailFrom: (_address, _session, done) => done(refused ? new Error("the office is closed") : undefined),
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (letter) => {
          letters.push(letter);
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const address = server.server.address();
  if (!address || typeof address === "string") throw new Error("The mail server listens nowhere");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    refuse(closed) {
      refused = closed;
    },
    async nextTo(recipient) {
      for (let tries = 0; tries < 400; tries += 1) {
        const found = letters.find((letter) => !seen.has(letter) && addressOf(letter) === recipient);
        if (found) {
          seen.add(found);
          return found;
        }
        await new Promise((wait) => setTimeout(wait, 50));
      }
      throw new Error(`No letter to ${recipient} came: ${letters.map(addressOf).join(", ") || "none at all"}`);
    },
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** The secret in the link of a letter. */
export function tokenIn(text: string | undefined): string {
  const token = /token=([\w-]+)/.exec(text ?? "")?.[1];
  if (!token) throw new Error(`No link in: ${text}`);
  return token;
}

function addressOf(letter: ParsedMail): string {
  return [letter.to ?? []].flat()[0]?.value[0]?.address ?? "";
}
