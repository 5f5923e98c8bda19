import { mulberry32 } from "./chance.ts";

/** An area with a name; `position` is how deep its level lies, 0 for the country. */
export type AreaName = {
  readonly country: string;
  readonly position: number;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly path: string;
};

/** How many areas of each level below the country there are: as in Indonesia and in Rwanda, 7,837 and 451 without the countries. */
const NATIONS = [
  { country: "XA", levels: [38, 514, 7285], before: "Region " },
  { country: "XB", levels: [5, 30, 416], before: "" },
] as const;

const FIRST = "ba bu da ga gi ha ja ka ki ku la ma mu na nga nya pa pe ra ru sa se su ta ti tu wa".split(" ");
const NEXT = "ba be da do gan gi ha jo ka kan ki la lang li ma men mi na ngo ni po ra ran ri ro sa sar si ta tan ti tu wa yu ze".split(" ");

/** Two countries of areas with made-up names of two to four syllables, some of them alike, the same at every run. */
export function makeNames(): readonly AreaName[] {
  const chance = mulberry32(7837);
  const pick = (of: readonly string[]) => of[Math.floor(chance() * of.length)] ?? "";
  const called = () => {
    const name = pick(FIRST) + Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(NEXT)).join("");
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  return NATIONS.flatMap(({ country, levels, before }) => {
    const all: AreaName[] = [{ country, position: 0, code: country, name: `Country ${country}`, parent: null, path: country }];
    let above = all;
    for (const [index, count] of levels.entries()) {
      const areas: AreaName[] = Array.from({ length: count }, (_, at) => {
        const parent = above[at % above.length];
        const code = `${country}${index + 1}N${at + 1}`;
        const name = index === 1 ? before + called() : called();
        return { country, position: index + 1, code, name, parent: parent?.code ?? null, path: `${parent?.path}.${code}` };
      });
      all.push(...areas);
      above = areas;
    }
    return all;
  });
}
