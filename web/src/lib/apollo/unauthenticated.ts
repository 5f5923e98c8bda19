type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> | undefined }[] | undefined;
};

/** Whether an answer says, as an error or as a payload's refusal, that nobody is signed in. */
export function isUnauthenticated(answer: Answer): boolean {
  if (answer.errors?.some((error) => error.extensions?.["code"] === "UNAUTHENTICATED") === true) return true;
  return Object.values(asRecord(answer.data)).some((field) => {
    const refusals = asRecord(field)["refusals"];
    return Array.isArray(refusals) && refusals.some((refusal) => asRecord(refusal)["code"] === "UNAUTHENTICATED");
  });
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
