import type { Context } from "../context.ts";

/** Tells of changes in the database, whoever made them, also another process. */
export type Changes = {
  /** Calls `heard` after each change of the thing with this key, and when changes may have been missed. Answers how to stop it. */
  readonly listen: (key: string, heard: () => void) => () => void;
};

/** What a subscription lives on besides its first context. */
export type Stream = {
  readonly changes: Changes;
  /** Ends with the connection. */
  readonly signal: AbortSignal;
  /** The asker's context as it is now: signed out or stripped of a role, they are that here. */
  readonly again: () => Promise<Context>;
};

const STREAM = Symbol("stream");

/** Gives a subscription's first context its stream. */
export function streaming(ctx: Context, stream: Stream): Context {
  ctx.memo.set(STREAM, stream);
  return ctx;
}

/** The stream of a subscription. */
export function streamOf(ctx: Context): Stream {
  const stream = ctx.memo.get(STREAM) as Stream | undefined;
  if (!stream) throw new Error("Subscriptions are answered at /graphql/stream only");
  return stream;
}

/**
 * Values as often as they may have changed: after each change of `key` (those that come together taken together) and every `every`
 * milliseconds. `read` is asked with the asker's context of that moment, so who may no more see it gets its refusal instead, and the stream
 * ends. What is the same as before is not said again.
 */
export async function* whenChanged<T>(
  { changes, signal, again }: Stream,
  key: string,
  read: (ctx: Context) => Promise<T>,
  { every = 20_000, together = 250 }: { readonly every?: number; readonly together?: number } = {},
): AsyncGenerator<T, void, undefined> {
  let [rung, wake] = [false, () => {}];
  const ring = () => {
    rung = true;
    wake();
  };
  const stop = changes.listen(key, ring);
  signal.addEventListener("abort", ring, { once: true });
  let before = "";
  try {
    while (!signal.aborted) {
      rung = false;
      const value = await read(await again());
      const said = JSON.stringify(value);
      if (said !== before && !signal.aborted) yield value;
      before = said;
      await new Promise<void>((done) => {
        const timer = setTimeout(done, every);
        wake = () => {
          clearTimeout(timer);
          done();
        };
        if (rung) wake();
      });
      if (!signal.aborted) await new Promise((done) => setTimeout(done, together));
    }
  } finally {
    stop();
  }
}
