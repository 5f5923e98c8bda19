import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/** The rounds of South Sumatra's Innovative Government Award that the demo holds. */
export const IGA_ROUNDS = { 2022: "iga-sumsel-2022", 2023: "iga-sumsel-2023", 2026: "iga-sumsel-2026" } as const;
export type IgaYear = keyof typeof IGA_ROUNDS;

const folder = resolve(import.meta.dirname, "../../programmes/instruments");

/** The instrument by which a year is scored: the rules known for 2023 also serve the year before, and the round says so. */
const INSTRUMENT_OF: Readonly<Record<IgaYear, string>> = { 2022: "iid-2023.json", 2023: "iid-2023.json", 2026: "iid-2026.json" };

/** A year's round file, made of the frame below and the instrument that ships. */
export async function igaRoundFile(year: IgaYear): Promise<string> {
  const whole: Levelled = JSON.parse(await readFile(resolve(folder, INSTRUMENT_OF[year]), "utf8"));
  const instrument = { ...whole, levels: [RANKED], prizes: whole.prizes.filter(({ level }) => level === RANKED) };
  return JSON.stringify({ formatVersion: 1, programme: PROGRAMME, round: { ...FRAMES[year], ...COMMON, instrument } });
}

/** Within one province its regencies and cities are ranked, and no province. */
const RANKED = "REGENCY_CITY";

type Levelled = { readonly levels: readonly string[]; readonly prizes: readonly { readonly level: string }[] };

const PROGRAMME = {
  code: "innovative-government-award",
  country: "ID",
  names: {
    en: "Innovative Government Award",
    rw: "Igihembo cy'ubutegetsi buhanga udushya",
    id: "Innovative Government Award (IGA)",
  },
  descriptions: {
    en: "Regions report their innovations; the Regional Innovation Index scores them, and the most innovative are honoured.",
    rw: "Uturere tugaragaza udushya twatwo; Igipimo cy'udushya tw'uturere kikatubarira amanota, utwahize utundi tugahembwa.",
    id: "Daerah melaporkan inovasinya; Indeks Inovasi Daerah menilainya, dan daerah yang paling inovatif diberi penghargaan.",
  },
} as const;

const COMMON = { place: { country: "ID", code: "16" }, timeZone: "Asia/Jakarta", illustrative: true } as const;

const STAGE_NAMES = {
  SUBMISSION: { en: "Reporting innovations", rw: "Gutanga udushya", id: "Pelaporan inovasi" },
  CHECK: { en: "Regional check", rw: "Igenzura ry'akarere", id: "Pemeriksaan daerah" },
  VERIFICATION: { en: "Verification", rw: "Kugenzura ibimenyetso", id: "Verifikasi" },
  DECISION: { en: "Decision", rw: "Gufata icyemezo", id: "Penetapan" },
  PUBLICATION: { en: "Publication", rw: "Gutangaza ibyavuyemo", id: "Pengumuman" },
} as const;

type StageName = keyof typeof STAGE_NAMES;

/** Stages one after the other: the first instant of each, and the last one's end. */
function stages(days: Readonly<Record<StageName, string>>, end: string, graceMinutes = 0) {
  const kinds = Object.keys(STAGE_NAMES) as StageName[];
  return kinds.map((kind, index) => ({
    code: kind.toLowerCase(),
    kind,
    names: STAGE_NAMES[kind],
    startsAt: `${days[kind]}T00:00:00+07:00`,
    endsAt: `${kinds[index + 1] ? days[kinds[index + 1] as StageName] : end}T00:00:00+07:00`,
    ...(kind === "SUBMISSION" && graceMinutes > 0 ? { graceMinutes } : {}),
  }));
}

const FRAMES = {
  2022: {
    code: IGA_ROUNDS[2022],
    names: {
      en: "Innovation award 2022, South Sumatra",
      rw: "Igihembo cy'udushya 2022, Sumatera y'Amajyepfo",
      id: "IGA 2022, Sumatera Selatan",
    },
    descriptions: {
      en: "Ogan Ilir's index of 51.20 is the published one; all other figures are invented, and the rules of 2023 are used.",
      rw: "Igipimo cya Ogan Ilir cya 51.20 ni cyo cyatangajwe; indi mibare yose yarahimbwe, kandi hakoreshejwe amategeko yo mu 2023.",
      id: "Indeks Ogan Ilir 51,20 adalah yang diumumkan; semua angka lain dibuat-buat, dan aturan 2023 yang dipakai.",
    },
    stages: stages(
      { SUBMISSION: "2022-05-01", CHECK: "2022-09-01", VERIFICATION: "2022-09-15", DECISION: "2022-11-01", PUBLICATION: "2022-12-23" },
      "2023-01-31",
    ),
  },
  2023: {
    code: IGA_ROUNDS[2023],
    names: {
      en: "Innovation award 2023, South Sumatra",
      rw: "Igihembo cy'udushya 2023, Sumatera y'Amajyepfo",
      id: "IGA 2023, Sumatera Selatan",
    },
    descriptions: {
      en: "Ogan Ilir's 19 offices, 90 innovations and index of 61.16 are those published; all other figures are invented.",
      rw: "Inzego 19 za Ogan Ilir, udushya 90 n'igipimo cya 61.16 ni byo byatangajwe; indi mibare yose yarahimbwe.",
      id: "Sembilan belas perangkat daerah, 90 inovasi, dan indeks 61,16 Ogan Ilir adalah yang diumumkan; semua angka lain dibuat-buat.",
    },
    stages: stages(
      { SUBMISSION: "2023-05-01", CHECK: "2023-09-01", VERIFICATION: "2023-09-15", DECISION: "2023-11-01", PUBLICATION: "2023-12-22" },
      "2024-01-31",
    ),
  },
  2026: {
    code: IGA_ROUNDS[2026],
    names: {
      en: "Innovation award 2026, South Sumatra",
      rw: "Igihembo cy'udushya 2026, Sumatera y'Amajyepfo",
      id: "IGA 2026, Sumatera Selatan",
    },
    descriptions: {
      en: "The round that is open now. What its entries say is invented for this demonstration.",
      rw: "Icyiciro gifunguye ubu. Ibivugwa mu byinjijwe byahimbwe kubera uru rugero.",
      id: "Putaran yang sedang dibuka. Isi usulannya dibuat untuk peragaan ini.",
    },
    stages: stages(
      { SUBMISSION: "2026-06-01", CHECK: "2026-12-16", VERIFICATION: "2027-01-04", DECISION: "2027-02-01", PUBLICATION: "2027-02-15" },
      "2027-03-31",
      120,
    ),
  },
} as const satisfies Readonly<Record<IgaYear, object>>;
