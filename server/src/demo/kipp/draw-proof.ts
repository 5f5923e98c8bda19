import { buffer } from "node:stream/consumers";
import type { Sheet } from "../../innovations/print/sheet.ts";
import { writePdf } from "../../innovations/print/write-pdf.ts";
import { rasterise } from "../../results/podium/rasterise.ts";
import type { Proposal } from "./write-proposals.ts";

/** What may be drawn of a proposal: nothing that says whose it is, since its judges must not know. */
type Told = Pick<Proposal, "title" | "problem" | "solution" | "users" | "before" | "after">;

/** A page of notes on a proposal, invented like the proposal itself, as a PDF. */
export function proofPaper(told: Told): Promise<Buffer> {
  return buffer(writePdf(paperOf(told)));
}

/** A picture of what a proposal changed: two bars as long as its figures, as a PNG. */
export function proofPicture(told: Told): Promise<Buffer> {
  return rasterise(pictureOf(told));
}

function paperOf({ title, problem, solution, users, before, after }: Told): Sheet {
  const item = (name: string, text: string) => ({ name, notes: [], answer: { text: sentence(text), language: null }, boxes: [], lines: 0 });
  return {
    language: "id",
    title: `Catatan hasil: ${title}`,
    facts: [
      { name: "Jenis dokumen", value: "catatan layanan dua belas bulan" },
      { name: "Keterangan", value: "isi dokumen ini dibuat-buat untuk peragaan" },
    ],
    sections: [
      { title: "Layanan", items: [item("Masalah", problem), item("Cara baru", solution), item("Yang dilayani", users)] },
      { title: "Hasil", items: [item("Sebelum", before), item("Sesudah", after)] },
    ],
    pageOf: (number, total) => `halaman ${number} dari ${total}`,
  };
}

const WIDTH = 960;
const LEFT = 64;
const LONGEST = WIDTH - 2 * LEFT;

function pictureOf({ title, before, after }: Told): string {
  const most = Math.max(figureIn(before), figureIn(after), 1);
  const bar = (y: number, fill: string, [name, text]: readonly [string, string]): string => {
    const length = Math.max(6, Math.round((figureIn(text) / most) * LONGEST));
    return `<text x="${LEFT}" y="${y}" font-size="26" fill="#14232a">${escaped(`${name}: ${text}`)}</text>
      <rect x="${LEFT}" y="${y + 18}" width="${length}" height="64" rx="6" fill="${fill}"/>`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="480" viewBox="0 0 ${WIDTH} 480" font-family="DejaVu Sans">
    <rect width="${WIDTH}" height="480" fill="#ffffff"/>
    <text x="${LEFT}" y="84" font-size="40" font-weight="700" fill="#14232a">${escaped(title)}</text>
    ${bar(160, "#7b8b91", ["Sebelum", before])}
    ${bar(300, "#0b6b64", ["Sesudah", after])}
    <text x="${LEFT}" y="448" font-size="20" fill="#47575e">Angka dibuat-buat untuk peragaan</text>
  </svg>`;
}

/** The first figure of a text in Indonesian: 1,4 and 21.000. */
function figureIn(text: string): number {
  const [found = "0"] = /\d[\d.]*(,\d+)?/.exec(text) ?? [];
  return Number(found.replaceAll(".", "").replace(",", "."));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
