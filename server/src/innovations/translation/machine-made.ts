import type { Language } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import type { NewTranslation } from "./keep-translation.ts";
import { machineTranslate } from "./machine-translator.ts";
import type { EntryTranslation } from "./translation.type.ts";

/** A text that a machine shall translate. `ofId`: its entry or card. */
export type MachineWork = { readonly ofId: string; readonly field: string; readonly text: string; readonly version: number };

/** Whether a machine has something to do: nothing was made yet, or a machine made it of what the original said before. */
export function isForMachine(made: Pick<EntryTranslation, "origin" | "stale"> | undefined): boolean {
  return made === undefined || (made.origin === "MACHINE" && made.stale);
}

/** What the configured machine makes of texts of one language, those apart that it has nothing to say for. Refuses as {@link machineTranslate}. */
export async function machineMade(
  ctx: Context,
  works: readonly MachineWork[],
  { from, to }: { readonly from: Language; readonly to: Language },
): Promise<readonly NewTranslation[]> {
  const said = await machineTranslate(ctx, { texts: works.map(({ text }) => text), from, to });
  return works.flatMap(({ ofId, field, version }, at): readonly NewTranslation[] => {
    const text = said[at]?.trim() ?? "";
    return text === "" ? [] : [{ ofId, field, language: to, text, origin: "MACHINE", ofVersion: version }];
  });
}
