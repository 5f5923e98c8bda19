import { isLanguage, type Language } from "@isonga/schema/languages";
import type { PublicationSnapshot, PublishedRow } from "@isonga/schema/published-result";
import { stringify } from "csv-stringify/sync";
import { type RequestHandler, Router } from "express";
import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { openChecksum, openPart } from "../results/publications/open-part.ts";
import { answerCache } from "./answer-cache.ts";
import type { PublicEpoch } from "./public-epoch.ts";

export type ResultFilesOptions = {
  readonly epoch: PublicEpoch;
  readonly context: (request: Parameters<RequestHandler>[0]) => Promise<Context>;
};

/**
 * A publication as files: `/results/<round>/<number>/results.json` is its snapshot without the raw inputs, `<level>.csv?language=` the
 * ranking of one level. What is not public does not exist here.
 */
export function resultFiles({ epoch, context }: ResultFilesOptions): Router {
  const router = Router();
  const kept = answerCache({ epoch, keyOf: (request) => `file ${request.originalUrl}` });
  router.get("/results/:round/:number/:file", kept, async (request, response) => {
    const { round, number, file } = request.params as { round: string; number: string; file: string };
    const found = await findSnapshot(await context(request), round, number);
    if (!found) throw new Refusal("NOT_FOUND");
    const { snapshot } = found;
    if (file === "results.json") return void response.set("content-disposition", attachment(round, number, "json")).json(openFile(found));
    const level = snapshot.levels.find((candidate) => `${candidate.level.toLowerCase()}.csv` === file);
    if (!level) throw new Refusal("NOT_FOUND");
    const asked = request.query["language"];
    const csv = rankingCsv(level.rows, isLanguage(asked) ? asked : "en");
    response
      .set("content-disposition", attachment(`${round}-${level.level.toLowerCase()}`, number, "csv"))
      .type("text/csv")
      .send(csv);
  });
  return router;
}

async function findSnapshot(ctx: Context, round: string, number: string) {
  if (!/^\d{1,6}$/.test(number)) return null;
  const { rows } = await sql<Found>`select p.snapshot, p.checksum, p.open_checksum as "openChecksum" from publication p
    join round r on r.id = p.round_id where r.code = ${round} and p.number = ${Number(number)} and p.public_from <= ${ctx.now()}`.execute(
    ctx.db,
  );
  return rows[0] ?? null;
}

type Found = { readonly snapshot: PublicationSnapshot; readonly checksum: string; readonly openChecksum: string | null };

/**
 * What everybody may have. `openChecksum` is that of `publication`, as it was written when it was published; `checksum` is that of the snapshot
 * with its inputs, which those who are allowed them check.
 */
function openFile({ snapshot, checksum, openChecksum: written }: Found): object {
  return { checksum, openChecksum: written ?? openChecksum(snapshot), publication: openPart(snapshot) };
}

function rankingCsv(rows: readonly PublishedRow[], language: Language): string {
  const metrics = rows[0]?.metrics.map(({ metric }) => metric) ?? [];
  const hasIndex = rows.some(({ index }) => index !== null);
  const header = [
    "rank",
    "code",
    "name",
    "within",
    "score",
    "prize",
    "place",
    ...metrics.flatMap((metric) => [`${metric}.value`, `${metric}.points`]),
    ...(hasIndex ? INDEX_COLUMNS : []),
    "ineligible",
  ];
  const name = (place: PublishedRow["subject"] | PublishedRow["ancestors"][number]) =>
    place.names[language] || place.names.en || place.name;
  const records = rows.map((row) => [
    row.rank ?? "",
    row.subject.code,
    name(row.subject),
    row.ancestors.slice(1).map(name).join(" / "),
    row.score ?? "",
    row.prizes.map(({ prize }) => prize).join(" "),
    row.prizes.map(({ place }) => place).join(" "),
    ...row.metrics.flatMap(({ value, contribution }) => [value ?? "", contribution ?? ""]),
    ...(hasIndex ? indexCells(row.index) : []),
    row.ineligible.map(({ code }) => code).join(" "),
  ]);
  return stringify([header, ...records], { bom: true, escape_formulas: true });
}

const INDEX_COLUMNS = ["claimed", "claimedCategory", "verified", "category", "innovations", "meanMaturity"];

function indexCells(index: PublishedRow["index"]): readonly (string | number)[] {
  if (!index) return INDEX_COLUMNS.map(() => "");
  const { claimed, verified } = index;
  return [claimed.index, claimed.category ?? "", verified.index, verified.category ?? "", verified.innovations, verified.meanMaturity];
}

function attachment(name: string, number: string, kind: string): string {
  return `attachment; filename="${name.replaceAll(/[^\w-]/g, "_")}-${number}.${kind}"`;
}
