import { lazy, type ReactElement, Suspense } from "react";
import { useSignInRequested } from "./sign-in-request.ts";

/**
 * The session ran out: the same person signs in where they are, and what waited is sent. Nothing on the page is lost. Somebody else
 * gets a fresh page.
 */
export function SignInAgain(): ReactElement {
  const requested = useSignInRequested();
  return <Suspense fallback={null}>{requested ? <SignInDialog /> : null}</Suspense>;
}

const SignInDialog = lazy(async () => ({ default: (await import("./sign-in-dialog.tsx")).SignInDialog }));
