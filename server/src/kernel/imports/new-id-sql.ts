import { type RawBuilder, sql } from "kysely";

/** A fresh UUID v7 in SQL, for set-based inserts on PostgreSQL of any version: this instant before random bits (RFC 9562, 5.7). */
export function newIdSql(now: Date): RawBuilder<string> {
  return sql<string>`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(${now.getTime()}::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;
}
