import { type DestinationStream, type Logger, pino } from "pino";
import { prettyFactory } from "pino-pretty";

export type LogOptions = { readonly level: string; readonly format: "json" | "text" };

/** The platform's log: one JSON line an event, or one readable line for people at a terminal. Passwords and cookies never enter it. */
export function createLog(options: LogOptions): Logger {
  const settings = { level: options.level, base: null, redact: ["*.password", "*.cookie", "*.authorization", "req.headers"] };
  return options.format === "json" ? pino(settings) : pino(settings, readableLines());
}

function readableLines(): DestinationStream {
  const pretty = prettyFactory({ colorize: process.stdout.isTTY ?? false, ignore: "pid,hostname", translateTime: "HH:MM:ss" });
  return { write: (line) => void process.stdout.write(pretty(line)) };
}
