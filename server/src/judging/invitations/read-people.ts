import { isLanguage, type Language } from "@isonga/schema/languages";

/** A line of a pasted list, as it was understood. `email` is what stands for one, right or not. */
export type ListedPerson = { readonly line: number; readonly name: string; readonly email: string; readonly language: Language | null };

/**
 * Reads a pasted list or the text of a CSV: one person a line, `Aline <aline@example.org>`, an address alone, or a name, an address and a
 * language in any order between commas, semicolons or tabs. Empty lines and a first line without an address are left out. A missing name is
 * made of the address.
 */
export function readPeople(text: string): readonly ListedPerson[] {
  const lines = text.split(/\r\n|\r|\n/).map((content, index) => ({ line: index + 1, content: content.replace(/^\uFEFF/, "").trim() }));
  const filled = lines.filter(({ content }) => content !== "");
  const [first] = filled;
  const isHeading = filled.length > 1 && first !== undefined && !first.content.includes("@");
  return filled.slice(isHeading ? 1 : 0).map(({ line, content }) => ({ line, ...readPerson(content) }));
}

function readPerson(content: string): Omit<ListedPerson, "line"> {
  const angled = /^"?([^"<]*)"?\s*<([^>]*)>[,;]?$/.exec(content);
  if (angled) return named(angled[1] ?? "", angled[2] ?? "", null);
  const parts = content.split(/[,;\t]/).map((part) =>
    part
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
  const email = parts.find((part) => part.includes("@")) ?? parts[1] ?? parts[0] ?? "";
  const language = parts.map((part) => part.toLowerCase()).find((part) => isLanguage(part)) ?? null;
  const name = parts.filter((part) => part !== email && part !== "" && part.toLowerCase() !== language).join(", ");
  return named(name, email, language);
}

function named(name: string, email: string, language: Language | null): Omit<ListedPerson, "line"> {
  const address = email.trim().toLowerCase();
  const local = (address.split("@")[0] ?? "").replaceAll(/[._+-]+/g, " ").trim();
  const made = local.replaceAll(/(^| )(\p{L})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase());
  return { name: name.trim() || made, email: address, language };
}
