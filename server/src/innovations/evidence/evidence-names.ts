import { LIMITS } from "@isonga/schema/limits";

/**
 * A file's name as we keep it: without the folders it came from, without characters that control or turn the text around, and ending as its
 * content says, so that `photo.png.exe` that is a picture becomes `photo.png.exe.png`.
 */
export function cleanFileName(name: string, ending: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/["<>|:*?]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .slice(0, LIMITS.nameLength - 10);
  const base = plain === "" ? "evidence" : plain;
  return endingsLike(ending).some((known) => base.toLowerCase().endsWith(`.${known}`)) ? base : `${base}.${ending}`;
}

/** What a judge is told: the number of the piece in its entry, and what it is. */
export function neutralName(number: number, ending: string | null): string {
  return ending === null ? `link-${number}` : `evidence-${number}.${ending}`;
}

function endingsLike(ending: string): readonly string[] {
  if (ending === "jpg") return ["jpg", "jpeg"];
  return ending === "mp4" ? ["mp4", "m4v", "3gp"] : [ending];
}
