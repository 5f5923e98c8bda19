import { formatDuration } from "@isonga/schema/format-duration";
import { useLanguage } from "./use-format.ts";

/** Writes a span of whole minutes in the page's language: "24 hours", "2 days and 12 hours". Apart from the other formats, which the first page has. */
export function useDuration(): (minutes: number) => string {
  const language = useLanguage();
  return (minutes) => formatDuration(minutes, language);
}
