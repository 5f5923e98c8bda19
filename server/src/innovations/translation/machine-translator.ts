import type { Language } from "@isonga/schema/languages";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";

/** A server that speaks LibreTranslate's HTTP: `POST /translate`. */
export type Translator = { readonly url: string; readonly key: string | null };

let configured: Translator | null = null;

/** Says which translator this process asks, if any; once at start. */
export function configureTranslator(translator: Translator | null): void {
  configured = translator;
}

/** Whether a translator is configured. */
export function translatorIsThere(): boolean {
  return configured !== null;
}

export type Translating = { readonly texts: readonly string[]; readonly from: Language; readonly to: Language };

const answer = z.object({ translatedText: z.array(z.string()) });
const LONGEST_WAIT = 20_000;

/** Texts in another language, in their order. Refuses TRANSLATOR_MISSING, and TRANSLATOR_FAILED when the machine does not answer as it should. */
export async function machineTranslate(ctx: Context, { texts, from, to }: Translating): Promise<readonly string[]> {
  if (configured === null) throw new Refusal("TRANSLATOR_MISSING");
  if (texts.length === 0) return [];
  try {
    const response = await fetch(`${configured.url.replace(/\/+$/, "")}/translate`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ q: texts, source: from, target: to, format: "text", ...(configured.key ? { api_key: configured.key } : {}) }),
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    const { translatedText } = answer.parse(await response.json());
    if (!response.ok || translatedText.length !== texts.length) throw new Error(`${response.status}, ${translatedText.length} texts`);
    return translatedText;
  } catch (error) {
    ctx.log.warn({ err: error }, "the translator did not answer");
    throw new Refusal("TRANSLATOR_FAILED");
  }
}
