/** Lets this process import the server's code with its decorators, which Node alone does not run. */
export async function enableDecorators(): Promise<void> {
  // By its address: the module has no types, and is wanted for what it does.
  await import(import.meta.resolve("@oxc-node/core/register"));
}
