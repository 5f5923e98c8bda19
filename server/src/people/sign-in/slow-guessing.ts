import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

/** Counts the tries on one account, known or not, in the database: all processes count together and a restart forgets nothing. */
export type SlowGuessing = {
  /** Counts a try before the password is looked at. Answers the seconds to wait, or 0 when it may be tried. */
  readonly tryPassword: (email: string, address: string) => Promise<number>;
  /** The password was right: this address starts anew. */
  readonly succeeded: (email: string, address: string) => Promise<void>;
  /** Whether one more reset letter may be written to this person now. */
  readonly mayWriteReset: (personId: string) => Promise<boolean>;
};

/** Tries in a number of seconds; who goes over waits as long again. */
export const GUESSES = {
  /** From one address on one account. */
  fromOneAddress: { points: 5, duration: 15 * 60, blockDuration: 15 * 60 },
  /** On one account from everywhere together: high, so that nobody is easily kept out of their own account. */
  fromEverywhere: { points: 50, duration: 60 * 60 },
  /** Reset letters to one person. */
  resetLetters: { points: 3, duration: 60 * 60 },
} as const;

export function slowGuessing(pool: Pool): SlowGuessing {
  const limiter = (keyPrefix: string, limits: { readonly points: number; readonly duration: number; readonly blockDuration?: number }) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: "auth_attempt",
      tableCreated: true,
      clearExpiredByTimeout: true,
      keyPrefix,
      ...limits,
    });
  const one = limiter("password", GUESSES.fromOneAddress);
  const all = limiter("account", GUESSES.fromEverywhere);
  const resets = limiter("reset", GUESSES.resetLetters);
  return {
    async tryPassword(email, address) {
      // A refused address does not count for the account: one guesser alone keeps nobody out.
      const wait = await secondsToWait(one, keyOf(email, address));
      return wait > 0 ? wait : secondsToWait(all, keyOf(email));
    },
    async succeeded(email, address) {
      await one.delete(keyOf(email, address));
    },
    async mayWriteReset(personId) {
      return (await secondsToWait(resets, personId)) === 0;
    },
  };
}

async function secondsToWait(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

/** Addresses that people typed are not kept in clear. */
function keyOf(email: string, address = ""): string {
  return createHash("sha256").update(`${email.trim().toLowerCase()} ${address}`).digest("base64url");
}
