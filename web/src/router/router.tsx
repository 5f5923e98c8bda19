import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject, redirect } from "react-router";
import { loadPhrases, speak } from "../lib/i18n/i18n.ts";
import { deviceLanguage, keepDeviceLanguage, languageOfPath } from "../lib/i18n/language-choice.ts";
import { accountLanguage } from "../lib/session/auth.ts";
import type { Feature } from "./feature.ts";
import { PageError } from "./page-error.tsx";
import { FEATURES, OPEN_FEATURES } from "./routes.tsx";
import { Waiting } from "./waiting.tsx";

/**
 * The tree of pages. The language is the first segment of every address; without it we send the reader to theirs. To be called once the
 * words have been started, since it loads the page's at once.
 */
export function startRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(ROUTES);
}

const MISSING: Feature = { path: "*", load: () => import("./missing.page.tsx") };

const ROUTES: RouteObject[] = [
  { path: "/", loader: toLanguage, HydrateFallback: Waiting },
  { path: "/app/*", loader: toLanguage, HydrateFallback: Waiting },
  {
    path: "/:language/app",
    loader: speakLanguage,
    shouldRevalidate: ({ currentParams, nextParams }) => currentParams["language"] !== nextParams["language"],
    HydrateFallback: Waiting,
    ErrorBoundary: PageError,
    children: [
      { lazy: () => import("./open/open-frame.tsx"), ErrorBoundary: PageError, children: OPEN_FEATURES.map(toRoute) },
      {
        id: "frame",
        lazy: loadFrame,
        ErrorBoundary: PageError,
        children: [{ ErrorBoundary: PageError, children: [...FEATURES.map(withRefusals).map(toRoute), toRoute(MISSING)] }],
      },
    ],
  },
  { path: "*", loader: toLanguage, HydrateFallback: Waiting },
];

/** Home alone does nothing that could be refused, and is the first page of most visits. */
function withRefusals(feature: Feature): Feature {
  return feature.path === "" ? feature : { ...feature, phrases: ["refusals", ...(feature.phrases ?? [])] };
}

function toRoute(feature: Feature): RouteObject {
  const lazy = async () => {
    const [page] = await Promise.all([feature.load(), loadPhrases(feature.phrases ?? [])]);
    return page.loader ? { Component: page.Component, loader: page.loader } : { Component: page.Component };
  };
  if (feature.children === undefined && feature.path === "") return { index: true, lazy };
  return { path: feature.path, lazy, children: (feature.children ?? []).map(toRoute) };
}

async function loadFrame() {
  const [frame] = await Promise.all([import("./shell/frame.tsx"), loadPhrases(["shell"])]);
  return frame;
}

async function speakLanguage({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const language = languageOfPath(url.pathname);
  if (language === null) return redirect(`/${deviceLanguage()}/app`);
  await speak(language);
  keepDeviceLanguage(language);
  return null;
}

/** `/app/reports` → `/rw/app/reports`, in the language of the person's account, without one in what this device chose last. */
async function toLanguage({ request }: LoaderFunctionArgs): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const rest = pathname.startsWith("/app") ? pathname.slice("/app".length) : "";
  const language = (await accountLanguage()) ?? deviceLanguage();
  return redirect(`/${language}/app${rest}${search}`);
}
