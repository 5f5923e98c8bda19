import { LIMITS } from "@isonga/schema/limits";
import type { Context } from "../../../kernel/context.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { actOnEntry, cleanReason, type SeenEntry } from "../load-for-act.ts";
import type { FieldReason } from "../take-step.ts";

/** Most fields that can be sent back at once. */
const MOST_FIELDS = 200;
const KEY = /^[\w.-]{1,60}$/;

export type ReturnEntry = SeenEntry & { readonly reason?: string | null; readonly fieldReasons: readonly FieldReason[] };

/**
 * Sends an entry back to its authors with the reasons, field by field; a reason for the whole stands for what no field says. Refuses
 * REASON_REQUIRED when there is neither.
 */
export function returnEntry(ctx: Context, input: ReturnEntry): Promise<{ readonly entryId: string }> {
  const fieldReasons = checkedFields(input.fieldReasons);
  const reason = cleanReason(input.reason, { required: fieldReasons.length === 0 });
  return actOnEntry(ctx, input, { act: "return", reason, fieldReasons });
}

function checkedFields(fields: readonly FieldReason[]): readonly FieldReason[] {
  if (fields.length > MOST_FIELDS) throw new Refusal("TOO_LONG", { field: "fieldReasons", values: { max: MOST_FIELDS } });
  return fields.map(({ field, reason }, index) => {
    const at = `fieldReasons[${index}]`;
    const text = reason.trim();
    if (!KEY.test(field)) throw new Refusal("INVALID_CODE", { field: `${at}.field` });
    if (text === "") throw new Refusal("REASON_REQUIRED", { field: `${at}.reason` });
    if (text.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: `${at}.reason`, values: { max: LIMITS.reasonLength } });
    return { field, reason: text };
  });
}
