import { type RawBuilder, sql } from "kysely";

/**
 * A fresh UUID v7 in SQL, for set-based inserts on PostgreSQL of any version (RFC 9562, 5.7): this instant, then the row's number as a
 * coarse counter so that neighbours stay neighbours in an index, then random bits.
 */
export function newIdSql(now: Date, number: RawBuilder<number>): RawBuilder<string> {
  const milliseconds = now.getTime();
  return sql<string>`encode(overlay(uuid_send(gen_random_uuid())
    placing int8send((${milliseconds}::bigint << 16) | 28672 | ((${number} >> 7) & 4095)) from 1 for 8), 'hex')::uuid`;
}
