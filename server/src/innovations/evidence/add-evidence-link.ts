import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { AddEvidenceLinkInput, EvidencePayload } from "./evidence.inputs.ts";
import { evidenceChanged } from "./evidence-changed.ts";
import { checkPlace, countPieces, loadEvidenceGround } from "./evidence-ground.ts";
import { neutralName } from "./evidence-names.ts";
import { evidenceShelf } from "./read-evidence.ts";

const LONGEST_LINK = 2_000;

/** Adds a link. Refuses INVALID_LINK for anything but a plain https address, FILE_KIND where the round takes no links. */
export async function addEvidenceLink(ctx: Context, input: AddEvidenceLinkInput): Promise<EvidencePayload> {
  const ground = await loadEvidenceGround(ctx, input.entryId);
  checkPlace(ground, input);
  const { kinds } = ground.ground.instrument.verification;
  if (!kinds.includes("LINK")) throw new Refusal("FILE_KIND", { field: "url", values: { kinds: kinds.join(", ") } });
  const url = checkedLink(input.url);
  const name = (input.name?.trim() || url).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "");
  if (input.name && name.length > LIMITS.nameLength) throw new Refusal("TOO_LONG", { field: "name", values: { max: LIMITS.nameLength } });
  const pieces = await countPieces(ctx, input);
  await sql`insert into evidence (id, entry_id, indicator, field, kind, name, neutral_name, url, scan, added_by, added_at)
    values (${ctx.newId()}, ${ground.entry.id}, ${input.indicator ?? null}, ${input.field ?? null}, 'LINK', ${name},
      ${neutralName(pieces + 1, null)}, ${url}, 'NOT_SCANNED', ${ctx.actor.id}, ${ctx.now()})`.execute(ctx.db);
  await evidenceChanged(ctx, ground.entry, input.indicator ?? null);
  return { evidence: await evidenceShelf(ctx, ground.entry.id) };
}

/** The address as browsers read it: https, a host with a point in it, no password, no room for tricks. */
function checkedLink(text: string): string {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  const plain = url?.protocol === "https:" && url.username === "" && url.password === "" && url.hostname.includes(".");
  if (!url || !plain || !/^https:\/\//i.test(trimmed)) throw new Refusal("INVALID_LINK", { field: "url" });
  if (url.href.length > LONGEST_LINK) throw new Refusal("TOO_LONG", { field: "url", values: { max: LONGEST_LINK } });
  return url.href;
}
