import type { Feature } from "./feature.ts";

/** Every page behind sign-in, in the order of the navigation: one line each. A page's code and phrases are fetched when it is opened. */
export const FEATURES: readonly Feature[] = [
  { path: "", load: () => import("../features/home/home.page.tsx"), phrases: ["home"], nav: { label: "home", icon: "home", bar: true } },
  {
    path: "reports",
    load: () => import("../features/reports/reports.page.tsx"),
    phrases: ["reports"],
    nav: {
      label: "reports",
      short: "reports",
      icon: "reports",
      bar: true,
      roles: ["STAFF", "COORDINATOR", "VERIFIER", "AUDITOR", "ADMINISTRATOR"],
    },
  },
  { path: "reports/:areaId", load: () => import("../features/reports/report-area.page.tsx"), phrases: ["reports"] },
  { path: "reports/:areaId/:month", load: () => import("../features/reports/report-grid.page.tsx"), phrases: ["reports"] },
  { path: "reports/:areaId/:month/review", load: () => import("../features/reports/report-review.page.tsx"), phrases: ["reports"] },
  {
    path: "standings",
    load: () => import("../features/standing/standings.page.tsx"),
    phrases: ["standing"],
    nav: { label: "standings", icon: "standing", roles: ["CHAIR", "ADMINISTRATOR", "AUDITOR"], bar: true },
  },
  {
    path: "standings/:round",
    load: () => import("../features/standing/standing.page.tsx"),
    phrases: ["standing"],
    children: [
      { path: "why/:subject", load: () => import("../features/standing/why.dialog.tsx") },
      { path: "compare/:first/:second", load: () => import("../features/standing/compare.dialog.tsx") },
    ],
  },
  {
    path: "standings/:round/decisions",
    load: () => import("../features/decisions/decisions.page.tsx"),
    phrases: ["decisions"],
    children: [
      { path: "stage", load: () => import("../features/decisions/stage.dialog.tsx") },
      { path: "officials/:subject", load: () => import("../features/decisions/officials.dialog.tsx") },
    ],
  },
  { path: "standings/:round/publish", load: () => import("../features/decisions/publish.page.tsx"), phrases: ["decisions"] },
  {
    path: "rounds",
    load: () => import("../features/programmes/programmes.page.tsx"),
    phrases: ["programmes"],
    nav: { label: "rounds", icon: "rounds", bar: true },
  },
  { path: "rounds/import", load: () => import("../features/rounds/round-import.page.tsx"), phrases: ["rounds"] },
  { path: "rounds/new", load: () => import("../features/rounds/round-new.page.tsx"), phrases: ["rounds"] },
  { path: "rounds/programmes/new", load: () => import("../features/programmes/programme-new.page.tsx"), phrases: ["programmes"] },
  { path: "rounds/programmes/:code", load: () => import("../features/programmes/programme-edit.page.tsx"), phrases: ["programmes"] },
  { path: "rounds/:code", load: () => import("../features/rounds/round.page.tsx"), phrases: ["rounds"] },
  { path: "rounds/:code/copy", load: () => import("../features/rounds/round-copy.page.tsx"), phrases: ["rounds"] },
  { path: "rounds/:code/edit", load: () => import("../features/rounds/round-edit.page.tsx"), phrases: ["rounds"] },
  { path: "rounds/:code/instrument", load: () => import("../features/rounds/instrument.page.tsx"), phrases: ["rounds"] },
  {
    path: "places",
    load: () => import("../features/places/countries.page.tsx"),
    phrases: ["places"],
    nav: { label: "places", icon: "places", bar: true },
  },
  {
    path: "places/:country/:code",
    load: () => import("../features/places/area.page.tsx"),
    phrases: ["places"],
    children: [
      { path: "change", load: () => import("../features/places/change-area.dialog.tsx"), phrases: ["places"] },
      { path: "add", load: () => import("../features/places/add-area.dialog.tsx"), phrases: ["places"] },
      { path: "agencies/new", load: () => import("../features/places/agency.dialog.tsx"), phrases: ["places"] },
      { path: "agencies/:agency", load: () => import("../features/places/agency.dialog.tsx"), phrases: ["places"] },
    ],
  },
  { path: "search", load: () => import("../features/places/search.page.tsx"), phrases: ["places"] },
  {
    path: "services",
    load: () => import("../features/services/services.page.tsx"),
    phrases: ["services"],
    nav: { label: "services", icon: "services" },
  },
  { path: "services/new", load: () => import("../features/services/service-new.page.tsx"), phrases: ["services"] },
  { path: "services/calendar", load: () => import("../features/services/calendar.page.tsx"), phrases: ["services"] },
  { path: "services/:serviceId", load: () => import("../features/services/service.page.tsx"), phrases: ["services"] },
  {
    path: "imports",
    load: () => import("../features/imports/imports.page.tsx"),
    phrases: ["imports"],
    nav: { label: "imports", icon: "upload", roles: ["STAFF", "COORDINATOR", "ADMINISTRATOR"] },
  },
  { path: "imports/:id", load: () => import("../features/imports/import-run.page.tsx"), phrases: ["imports"] },
  {
    path: "people",
    load: () => import("../features/people/people.page.tsx"),
    phrases: ["people"],
    nav: { label: "people", icon: "people", roles: ["ADMINISTRATOR", "AUDITOR", "COORDINATOR"] },
    children: [{ path: "invite", load: () => import("../features/people/invite.dialog.tsx") }],
  },
  {
    path: "people/:id",
    load: () => import("../features/people/person.page.tsx"),
    phrases: ["people"],
    children: [{ path: "grant", load: () => import("../features/people/grant.dialog.tsx") }],
  },
  {
    path: "letters",
    load: () => import("../features/people/letters.page.tsx"),
    phrases: ["people"],
    nav: { label: "letters", icon: "letters", roles: ["ADMINISTRATOR"] },
    children: [{ path: ":id", load: () => import("../features/people/letter.dialog.tsx") }],
  },
  {
    path: "audit",
    load: () => import("../features/audit/audit.page.tsx"),
    phrases: ["audit", "people"],
    nav: { label: "audit", icon: "audit", roles: ["ADMINISTRATOR", "AUDITOR"] },
  },
  { path: "account", load: () => import("../features/account/account.page.tsx"), phrases: ["account", "people"] },
  { path: "help", load: () => import("../features/help/help.page.tsx"), phrases: ["help", "people"] },
];

/** Pages for who is not signed in. */
export const OPEN_FEATURES: readonly Feature[] = [
  { path: "sign-in", load: () => import("../features/people/sign-in.page.tsx"), phrases: ["people"] },
  { path: "forgotten-password", load: () => import("../features/people/forgotten-password.page.tsx"), phrases: ["people"] },
  { path: "reset-password", load: () => import("../features/people/reset-password.page.tsx"), phrases: ["people"] },
  { path: "accept-invitation", load: () => import("../features/people/accept-invitation.page.tsx"), phrases: ["people"] },
];
