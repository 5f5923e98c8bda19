/** A key for one act of a person: a repeat of the same act (a retry, an offline queue) carries the same key and gets the first answer. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
