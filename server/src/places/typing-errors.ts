/** How many typing errors a text of this length is forgiven. */
export function errorsForgiven(term: string): number {
  return term.length < 6 ? 1 : term.length < 9 ? 2 : 3;
}

/**
 * The fewest typing errors that make the term of what a name says from the beginning of one of its words on: letters left out, added, mistaken, or
 * two neighbours swapped (optimal string alignment). The name may go on after it. Both in any case.
 */
export function typingErrors(term: string, name: string): number {
  const typed = [...term.toLowerCase()];
  const words = name.toLowerCase().split(/\s+/);
  return Math.min(...words.map((_, at) => errorsAtStart(typed, [...words.slice(at).join(" ")])));
}

/** Errors against the best beginning of the text: the last row of the table of distances says it of every beginning. */
function errorsAtStart(typed: readonly string[], text: readonly string[]): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: text.length + 1 }, (_, at) => at);
  for (const [row, letter] of typed.entries()) {
    const current = [row + 1];
    for (const [column, other] of text.entries()) {
      const swapped =
        letter === text[column - 1] && other === typed[row - 1]
          ? (beforeLast[column - 1] ?? Number.POSITIVE_INFINITY) + 1
          : Number.POSITIVE_INFINITY;
      const replaced = (last[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(swapped, replaced, (last[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(...last);
}
