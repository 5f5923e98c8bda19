/** A row of figures in the form of the reports import. */
export type FiguresRow = Readonly<Record<"jurisdiction" | "service" | "month" | (typeof FIGURES)[number], string>>;

const FIGURES = ["carriedOver", "received", "processed", "processedInTime", "processingHours", "selfApplications"] as const;

export type FiguresRequest = {
  readonly sectors: readonly string[];
  readonly services: readonly string[];
  readonly months: readonly string[];
  /** Same seed, same figures. */
  readonly seed: number;
};

/**
 * How well a sector does, 0–1, and how many applications it draws, so that the published winners of 2022 come out on top; everybody else
 * lies below by chance. Invented, and said to be so wherever it is shown.
 */
const STANDOUTS: Readonly<Record<string, { readonly quality: number; readonly volume: number }>> = {
  1309: { quality: 1, volume: 2.6 },
  1303: { quality: 0.97, volume: 2.2 },
  1305: { quality: 0.96, volume: 2.2 },
  2413: { quality: 1, volume: 2.5 },
  2409: { quality: 0.94, volume: 1.9 },
  2414: { quality: 0.93, volume: 1.8 },
  1104: { quality: 0.88, volume: 1.9 },
  1108: { quality: 0.87, volume: 1.8 },
  1109: { quality: 0.89, volume: 1.8 },
  3504: { quality: 0.95, volume: 1.7 },
  4415: { quality: 0.95, volume: 1.7 },
  5101: { quality: 0.95, volume: 1.7 },
};

/** A year (or any months) of monthly figures for every sector and service, from a fixed seed, in the order of the months. */
export function* generateFigures(request: FiguresRequest): Generator<FiguresRow> {
  for (const [index, jurisdiction] of request.sectors.entries()) {
    for (const [at, service] of request.services.entries()) {
      const chance = randomNumbers(request.seed + index * 1009 + at * 31);
      const { quality, volume } = STANDOUTS[jurisdiction] ?? { quality: 0.4 + 0.48 * chance(), volume: 0.7 + 0.9 * chance() };
      const usual = 8 + (36 * volume) / (1 + at * 0.45);
      let carriedOver = 0;
      for (const month of request.months) {
        const figures = monthOf({ carriedOver, usual, quality, chance });
        yield { jurisdiction, service, month, ...texts(figures) };
        carriedOver = figures.carriedOver + figures.received - figures.processed;
      }
    }
  }
}

type Month = Readonly<Record<(typeof FIGURES)[number], number>>;

function monthOf(given: {
  readonly carriedOver: number;
  readonly usual: number;
  readonly quality: number;
  readonly chance: () => number;
}): Month {
  const { carriedOver, usual, quality, chance } = given;
  const received = Math.round(usual * (0.8 + 0.4 * chance()));
  const processed = Math.floor((carriedOver + received) * Math.min(1, 0.72 + 0.26 * quality + 0.03 * chance()));
  const processedInTime = Math.floor(processed * (0.6 + 0.38 * quality));
  const hours = processed * (3 + 16 * (1 - quality) * (0.8 + 0.4 * chance()));
  const selfApplications = Math.floor(received * (0.15 + 0.6 * quality * (0.85 + 0.15 * chance())));
  return { carriedOver, received, processed, processedInTime, processingHours: Math.round(hours * 10) / 10, selfApplications };
}

function texts(month: Month): Record<(typeof FIGURES)[number], string> {
  const { carriedOver, received, processed, processedInTime, processingHours, selfApplications } = month;
  return {
    carriedOver: String(carriedOver),
    received: String(received),
    processed: String(processed),
    processedInTime: String(processedInTime),
    processingHours: processingHours.toFixed(1),
    selfApplications: String(selfApplications),
  };
}

/** Numbers in [0, 1) that a seed alone decides (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
