import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { useQuery } from "@apollo/client/react";
import { graphql } from "../../gql/gql.ts";
import type { Role as GrantedRole, MeQuery } from "../../gql/graphql.ts";
import { client } from "../apollo/client.ts";
import { outbox } from "../offline/outbox.ts";
import { keep, kept } from "../offline/store.ts";
import { isUnreached } from "../refusals/unreached.ts";

/** What a person may be, within the scope of a grant. */
export type Role = GrantedRole;

/** The signed-in person. */
export type Me = NonNullable<MeQuery["me"]>;

/** The signed-in person, from the cache that the frame's loader has filled; null only while signing out. */
export function useMe(): Me | null {
  const { data } = useQuery(ME, { fetchPolicy: "cache-first", context: { quietSession: true } });
  return data?.me ?? null;
}

/**
 * Who is signed in, asked of the server; null when nobody is. Without a network it is whoever was signed in last on this device, so that
 * pages that need no network open. Starts the outbox with what that person left waiting.
 */
export async function fetchMe(): Promise<Me | null> {
  const me = await askMe().catch(lastMe);
  await keep(DEVICE, "me", me ?? undefined);
  if (me) await outbox.start(me.id);
  return me;
}

const DEVICE = "device";

async function lastMe(error: unknown): Promise<Me | null> {
  const me = isUnreached(error) ? await kept<Me>(DEVICE, "me") : undefined;
  if (!me) throw error;
  client.writeQuery({ query: ME, data: { me } });
  return me;
}

async function askMe(): Promise<Me | null> {
  const { data, error } = await client.query({
    query: ME,
    fetchPolicy: "network-only",
    errorPolicy: "all",
    context: { quietSession: true },
  });
  if (error && !isSignedOut(error)) throw error;
  return data?.me ?? null;
}

const ME = graphql(`
  query Me {
    me {
      id
      name
      email
      language
      roles
      worksAt
    }
  }
`);

function isSignedOut(error: unknown): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.every(({ extensions }) => extensions?.["code"] === "UNAUTHENTICATED");
}
