/** The zones offered first: those of the countries that the platform brings along. Any other may be typed in a file. */
export const TIME_ZONES = ["Africa/Kigali", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

/** The zones of a choice, with the one that is set. */
export function timeZoneChoices(current: string): string[] {
  return [...new Set([current, ...TIME_ZONES])];
}
