import { formatList, formatNumber, pluralCategory } from "./format.ts";
import type { PluralPhrase } from "./format-words.ts";
import type { Language } from "./languages.ts";

type DurationUnit = "day" | "hour" | "minute";

/** The words of spans; `FORMAT_WORDS_TO_REVIEW` says which wait for a native speaker. */
export const DURATION_WORDS: Readonly<Record<Language, Readonly<Record<DurationUnit, PluralPhrase>>>> = {
  en: {
    day: { one: "# day", other: "# days" },
    hour: { one: "# hour", other: "# hours" },
    minute: { one: "# minute", other: "# minutes" },
  },
  rw: {
    day: { one: "umunsi #", other: "iminsi #" },
    hour: { one: "isaha #", other: "amasaha #" },
    minute: { one: "umunota #", other: "iminota #" },
  },
  id: {
    day: { one: "# hari", other: "# hari" },
    hour: { one: "# jam", other: "# jam" },
    minute: { one: "# menit", other: "# menit" },
  },
};

/** From here on days are said, below it hours: "24 hours", but "3 days". */
const DAYS_FROM = 2;

/** A span of whole minutes as people say it: "45 minutes", "24 hours", "isaha 1 n'iminota 30", "2 hari dan 12 jam". */
export function formatDuration(minutes: number, language: Language): string {
  const days = minutes >= DAYS_FROM * 1440 ? Math.floor(minutes / 1440) : 0;
  const rest = minutes - days * 1440;
  const parts: readonly (readonly [DurationUnit, number])[] = [
    ["day", days],
    ["hour", Math.floor(rest / 60)],
    ["minute", rest % 60],
  ];
  const said = parts.filter(([, count]) => count > 0);
  const words = DURATION_WORDS[language];
  const shown = said.length > 0 ? said : ([["minute", 0]] as const);
  return formatList(
    shown.map(([unit, count]) => words[unit][pluralCategory(count, language)].replace("#", formatNumber(count, language))),
    language,
  );
}
