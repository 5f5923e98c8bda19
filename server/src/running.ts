/** A server that answers: what `main()` of `server/src/main.ts` resolves to. */
export type Running = {
  /** The address to open, as people type it. */
  readonly url: string;
  /** One demo account a role; empty when the demo is not loaded. */
  readonly demoAccounts: readonly DemoAccount[];
  /** Lets go of everything in order: no new requests, jobs, the app, its database. May be called twice. */
  stop(): Promise<void>;
};

export type DemoAccount = { readonly role: string; readonly email: string; readonly password: string };

/** What `main()` is given: how it tells the person in front of the terminal what it is doing, one short sentence a step. */
export type Starting = { readonly step: (sentence: string) => void };
