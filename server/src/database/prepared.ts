import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Client, Pool, QueryConfig } from "pg";

/**
 * Lets every connection of the pool prepare the statements that carry parameters: the server then parses and plans a text once a
 * connection. The ORM's own statements, which carry their values in the text, go as they are; so do those that begin with
 * {@link plannedAnew}.
 */
export function prepareStatements(pool: Pool): void {
  pool.on("connect", (client) => {
    nameStatements(client as unknown as Client);
    bearLostRollbacks(client as unknown as Client);
  });
}

const ANEW = "/* planned anew */";

/**
 * Begins a statement that is planned each time for its own values. From its sixth time on a prepared one may get a plan for any values, which
 * for sums over much or little, as the values have it, is several times slower than planning anew.
 */
export const plannedAnew: RawBuilder<unknown> = sql.raw(ANEW);

const names = new Map<string, string>();
const LONGEST = 20_000;
const MOST = 1_000;

function nameStatements(client: Client): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = (first: unknown, second: unknown, ...rest: unknown[]): unknown => {
    if (typeof first === "string" && Array.isArray(second) && second.length > 0) {
      const name = nameOf(first);
      if (name) return query({ name, text: first, values: second } satisfies QueryConfig, ...rest);
    }
    return query(first, second, ...rest);
  };
  client.query = named as Client["query"];
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known) return known;
  if (text.startsWith(ANEW) || text.length > LONGEST || names.size >= MOST) return null;
  const name = `q${createHash("sha1").update(text).digest("base64url")}`;
  names.set(text, name);
  return name;
}

/**
 * A connection that is cut inside a transaction was rolled back by the server. The rollback that follows cannot be sent, and its failure must not
 * keep the connection from going back to the pool: the query builder would then never return it, and the pool would run dry.
 */
function bearLostRollbacks(client: Client): void {
  const query = client.query as (...args: unknown[]) => unknown;
  const bearing = (first: unknown, ...rest: unknown[]): unknown => {
    const answer = query(first, ...rest);
    if (first !== "rollback" || !(answer instanceof Promise)) return answer;
    return answer.catch(() => {
      // Ended, it is thrown away when it comes back.
      client.end().catch(() => undefined);
      return { command: "ROLLBACK", rowCount: null, oid: 0, fields: [], rows: [] };
    });
  };
  client.query = bearing as Client["query"];
}
