import type { ChildProcess } from "node:child_process";
import type { RunningApp } from "@isonga/server/app";
import { countStatements } from "../world/statements.ts";
import type { Load, Measured } from "./load.ts";

export type Target = {
  readonly app: RunningApp;
  readonly bareUrl: string;
  readonly ownerUrl: string;
  readonly load: ChildProcess;
  readonly connections: number;
};

/** One way of answering a question. */
export type Way = { readonly way: string; readonly load: () => Omit<Load, "connections" | "milliseconds"> };

export type Sample = { readonly perSecond: number; readonly cpu: number; readonly statements: number; readonly bytes: number };
export type Result = { readonly question: string; readonly ways: readonly { readonly way: string; readonly sample: Sample }[] };

const ROUNDS = 4;
const MILLISECONDS = 1_200;
const WARMING = 800;

/** Asks the question in each way in turn, so that a slow moment of the machine hits all of them; medians over the rounds. */
export async function compare(target: Target, question: string, ways: readonly Way[]): Promise<Result> {
  const samples = new Map<string, Sample[]>(ways.map(({ way }) => [way, []]));
  for (let round = -1; round < ROUNDS; round += 1)
    for (const { way, load } of ways) {
      const sample = await sampleOf(target, {
        ...load(),
        connections: target.connections,
        milliseconds: round < 0 ? WARMING : MILLISECONDS,
      });
      if (round >= 0) samples.get(way)?.push(sample);
    }
  return { question, ways: ways.map(({ way }) => ({ way, sample: median(samples.get(way) ?? []) })) };
}

async function sampleOf(target: Target, load: Load): Promise<Sample> {
  const [cpu, statements] = [process.cpuUsage(), countStatements()];
  const { requests, milliseconds, bytes, wrong } = await ask(target.load, load);
  if (wrong !== null) throw new Error(`${load.url} answered wrongly: ${wrong}`);
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: (requests / milliseconds) * 1000,
    cpu: (user + system) / 1000 / requests,
    statements: (countStatements() - statements) / requests,
    bytes,
  };
}

function ask(child: ChildProcess, load: Load): Promise<Measured> {
  return new Promise((done, failed) => {
    child.once("message", (measured) => done(measured as Measured));
    child.send(load, (error) => error && failed(error));
  });
}

function median(samples: readonly Sample[]): Sample {
  const middle = (of: (sample: Sample) => number) => {
    const sorted = samples.map(of).sort((a, b) => a - b);
    const at = Math.floor(sorted.length / 2);
    return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
  };
  return {
    perSecond: middle(({ perSecond }) => perSecond),
    cpu: middle(({ cpu }) => cpu),
    statements: middle(({ statements }) => statements),
    bytes: middle(({ bytes }) => bytes),
  };
}
