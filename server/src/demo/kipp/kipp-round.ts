import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/** The demo's jury award: code of its one round. */
export const KIPP_ROUND = "kipp-sumsel";

const DAY = 24 * 60 * 60 * 1000;

/** Days from today on which each stage begins; each ends when the next begins. Its desk scoring is under way whenever the demo is loaded. */
export const KIPP_DAYS = {
  submission: -75,
  check: -45,
  verification: -32,
  desk: -14,
  objection: 21,
  interview: 27,
  decision: 41,
  publication: 48,
  end: 75,
} as const;

type StageCode = Exclude<keyof typeof KIPP_DAYS, "end">;

const STAGES: Readonly<Record<StageCode, { readonly kind: string; readonly names: Readonly<Record<"en" | "rw" | "id", string>> }>> = {
  submission: { kind: "SUBMISSION", names: { en: "Submitting proposals", rw: "Gutanga dosiye", id: "Pengajuan proposal" } },
  check: { kind: "CHECK", names: { en: "Regional check", rw: "Igenzura ry'akarere", id: "Pemeriksaan daerah" } },
  verification: { kind: "VERIFICATION", names: { en: "Administrative check", rw: "Igenzura ry'inyandiko", id: "Seleksi administrasi" } },
  desk: { kind: "JUDGING", names: { en: "Desk scoring", rw: "Gutanga amanota ku nyandiko", id: "Penilaian proposal" } },
  objection: { kind: "OBJECTION", names: { en: "Public objection", rw: "Ubujurire bw'abaturage", id: "Sanggahan publik" } },
  interview: { kind: "JUDGING", names: { en: "Presentation and interview", rw: "Kumurika n'ikiganiro", id: "Presentasi dan wawancara" } },
  decision: { kind: "DECISION", names: { en: "Decision", rw: "Gufata icyemezo", id: "Penetapan" } },
  publication: { kind: "PUBLICATION", names: { en: "Publication", rw: "Gutangaza ibyavuyemo", id: "Pengumuman" } },
};

/** An instant some days from today's morning in Jakarta. */
export function kippDay(now: Date, days: number, hour = 8): Date {
  const morning = Math.floor((now.getTime() + 7 * 60 * 60 * 1000) / DAY) * DAY - 7 * 60 * 60 * 1000;
  return new Date(morning + days * DAY + hour * 60 * 60 * 1000);
}

/** The round file: the instrument that ships, a form of its own, dates around today. Five days of objection, and grace for the judges. */
export async function kippRoundFile(now: Date): Promise<string> {
  const instrument: unknown = JSON.parse(await readFile(resolve(import.meta.dirname, "../../programmes/instruments/kipp.json"), "utf8"));
  const form: unknown = JSON.parse(await readFile(resolve(import.meta.dirname, "form.json"), "utf8"));
  const codes = Object.keys(STAGES) as StageCode[];
  const stages = codes.map((code, index) => ({
    code,
    ...STAGES[code],
    startsAt: kippDay(now, KIPP_DAYS[code], 0).toISOString(),
    endsAt: kippDay(now, code === "objection" ? KIPP_DAYS.objection + 5 : KIPP_DAYS[codes[index + 1] ?? "end"], 0).toISOString(),
    ...(STAGES[code].kind === "JUDGING" ? { graceMinutes: 24 * 60 } : {}),
  }));
  return JSON.stringify({ formatVersion: 1, programme: PROGRAMME, round: { ...FRAME, stages, instrument, form } });
}

const PROGRAMME = {
  code: "public-service-innovation",
  country: "ID",
  names: {
    en: "Public service innovation competition",
    rw: "Irushanwa ry'udushya muri serivisi za Leta",
    id: "Kompetisi inovasi pelayanan publik",
  },
  descriptions: {
    en: "Offices propose innovations in public service; juries score proposals, hear the best of them, and name the winners.",
    rw: "Inzego zitanga udushya muri serivisi za Leta; abakemurampaka batanga amanota, bakumva utwa mbere, bagatangaza utwatsinze.",
    id: "Perangkat daerah mengusulkan inovasi pelayanan publik; juri menilai proposal, mewawancarai yang terbaik, dan menetapkan pemenang.",
  },
} as const;

const FRAME = {
  code: KIPP_ROUND,
  names: {
    en: "Public service innovations, South Sumatra",
    rw: "Udushya muri serivisi za Leta, Sumatera y'Amajyepfo",
    id: "Inovasi pelayanan publik, Sumatera Selatan",
  },
  descriptions: {
    en: "A jury award held after Indonesia's KIPP. Offices, proposals, judges and marks are invented for this demonstration.",
    rw: "Igihembo gitangwa n'abakemurampaka hakurikijwe KIPP ya Indoneziya. Inzego, dosiye, abakemurampaka n'amanota byahimbwe kubera uru rugero.",
    id: "Penghargaan dengan juri mengikuti KIPP. Perangkat daerah, proposal, juri, dan nilai dibuat-buat untuk peragaan ini.",
  },
  place: { country: "ID", code: "16" },
  timeZone: "Asia/Jakarta",
  illustrative: true,
} as const;
