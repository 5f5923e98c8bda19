import { type AnyInstrument, anyInstrument } from "../instrument.ts";
import performance from "../service-performance-default.json" with { type: "json" };
import of2023 from "./iid-2023.json" with { type: "json" };
import of2026 from "./iid-2026.json" with { type: "json" };
import kipp from "./kipp.json" with { type: "json" };
import names from "./template-names.json" with { type: "json" };

/** An instrument that a draft can start from. */
export type ShippedInstrument = {
  readonly code: string;
  readonly names: { readonly en: string; readonly rw: string; readonly id: string };
  readonly definition: AnyInstrument;
};

/** The instruments that come with the platform, the newest first: data like any other, from which a round goes its own way. */
export const SHIPPED_INSTRUMENTS: readonly ShippedInstrument[] = [
  { code: "iid-2026", names: names["iid-2026"], definition: anyInstrument.parse(of2026) },
  { code: "iid-2023", names: names["iid-2023"], definition: anyInstrument.parse(of2023) },
  { code: "kipp", names: names.kipp, definition: anyInstrument.parse(kipp) },
  { code: "service-performance", names: names["service-performance"], definition: anyInstrument.parse(performance) },
];
