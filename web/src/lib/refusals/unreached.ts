/** Whether an operation failed because the network did not carry it. Apart from the other failures, which the first page can do without. */
export function isUnreached(error: unknown): boolean {
  return error instanceof TypeError;
}
