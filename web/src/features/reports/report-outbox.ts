import { FIGURE_FIELDS } from "@isonga/schema/report-rules";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { SaveReportFiguresMutation } from "../../gql/graphql.ts";
import { client } from "../../lib/apollo/client.ts";
import { outbox, type Sending } from "../../lib/offline/outbox.ts";
import type { WaitingAct } from "../../lib/offline/store.ts";
import type { RefusalLike } from "../../lib/refusals/failure.ts";
import { cellKey, entityOf, type SaveVariables } from "./grid/grid-cells.ts";
import { keepReport } from "./grid/kept-grid.ts";
import { unsentCells } from "./grid/unsent-cells.ts";
import { REPORT_FIELDS, SAVE } from "./report-documents.ts";

/** The outbox's kind for figures typed into the grid. */
export const SAVE_KIND = "saveReportFigures";

/** Teaches the outbox to save figures; done once, when the app starts with acts waiting or a grid is opened. */
export function sendSavedFigures(): void {
  if (!taught) outbox.register(SAVE_KIND, send);
  taught = true;
}

let taught = false;

/** Throws when the network does not carry it, which the outbox takes for "later". */
async function send(act: WaitingAct): Promise<Sending> {
  const variables = act.variables as SaveVariables;
  const { data } = await client.mutate({ mutation: SAVE, variables: { ...variables, idempotencyKey: act.key } });
  if (!data) return "later";
  const { refusals } = data.saveReportFigures;
  if (refusals.some(({ code }) => code === "UNAUTHENTICATED" || code === "TOO_MANY_ATTEMPTS")) return "later";
  await keepReport(act.person, variables.input, reportOf(data));
  if (refusals.length > 0) await keepRefused(act, variables, refusals);
  return "done";
}

function reportOf(data: SaveReportFiguresMutation) {
  const { report } = data.saveReportFigures;
  return report ? readFragment(REPORT_FIELDS, report) : null;
}

/** What the server refused stays in its cells with the reason; of a conflict, the figures that nobody else touched go out anew. */
async function keepRefused(act: WaitingAct, { input }: SaveVariables, refusals: readonly RefusalLike[]): Promise<void> {
  const month = { person: act.person, areaId: input.jurisdictionId, month: input.month };
  const conflict = refusals.every(({ code }) => code === "STALE_VERSION");
  const free: Record<string, unknown> = {};
  for (const field of FIGURE_FIELDS) {
    const change = input.changes[field];
    if (!change) continue;
    const refusal = refusals.find((one) => one.field?.startsWith(`changes.${field}`)) ?? (conflict ? undefined : refusals[0]);
    if (refusal)
      await unsentCells.set(month, cellKey(input.serviceId, field), {
        text: change.to ?? "",
        why: conflict ? "conflict" : "refused",
        refusal,
      });
    else free[field] = change;
  }
  if (Object.keys(free).length > 0)
    await outbox.add({ kind: SAVE_KIND, entity: entityOf(input), variables: { input: { ...input, changes: free } } });
}
