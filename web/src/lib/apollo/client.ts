import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ServerError, ServerParseError } from "@apollo/client/errors";
import { SetContextLink } from "@apollo/client/link/context";
import { BaseHttpLink } from "@apollo/client/link/http";
import { from, mergeMap, of, tap } from "rxjs";
import { currentLanguage, i18n } from "../i18n/i18n.ts";
import { reportReached, reportUnreached } from "../online/online.ts";
import { askToSignIn } from "../session/sign-in-request.ts";
import { isUnauthenticated } from "./unauthenticated.ts";

/** Options of one operation's context. */
export type OperationContext = {
  /** Answers "not signed in" as it is, without asking the person to sign in. */
  readonly quietSession?: boolean;
};

/**
 * The one client. Every answer is in the page's language, so a change of language fetches again what is shown. A session that has run
 * out asks the person to sign in where they are and then repeats the operation, so nothing typed is lost.
 */
export const client = new ApolloClient({
  link: ApolloLink.from([
    new ApolloLink(repeatAfterSignIn),
    new ApolloLink(watchNetwork),
    languageHeader(),
    // Not `HttpLink`, which would tell the server with each request which client this is.
    new BaseHttpLink({ uri: "/graphql" }),
  ]),
  cache: new InMemoryCache(),
  devtools: { enabled: false },
});

// Not `resetStore`, which would break off what is on its way.
i18n.on("languageChanged", () => {
  client.cache
    .reset()
    .then(() => client.refetchObservableQueries())
    .catch(() => undefined);
});

function languageHeader(): ApolloLink {
  return new SetContextLink((previous) => ({ headers: { ...previous.headers, "accept-language": currentLanguage() } }));
}

function repeatAfterSignIn(operation: ApolloLink.Operation, forward: ApolloLink.ForwardFunction): ReturnType<ApolloLink.ForwardFunction> {
  return forward(operation).pipe(
    mergeMap((result) => {
      if (operation.getContext()["quietSession"] === true || !isUnauthenticated(result)) return of(result);
      return from(askToSignIn()).pipe(mergeMap((signedIn) => (signedIn ? forward(operation) : of(result))));
    }),
  );
}

/** Tells the strip under the top whether the server was reached. */
function watchNetwork(operation: ApolloLink.Operation, forward: ApolloLink.ForwardFunction): ReturnType<ApolloLink.ForwardFunction> {
  return forward(operation).pipe(tap({ next: reportReached, error: (error) => reportFailure(error) }));
}

function reportFailure(error: unknown): void {
  if (ServerError.is(error) || ServerParseError.is(error)) reportReached();
  else reportUnreached();
}
