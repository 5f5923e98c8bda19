import pg from "pg";

let count = 0;
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]): unknown {
  count += 1;
  return query.apply(this, args);
} as typeof pg.Client.prototype.query;

/** Statements that this process has sent so far, over whatever connection. */
export function countStatements(): number {
  return count;
}
