import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { roundFileJsonSchema } from "../src/programmes/round-file.ts";

/** Writes `schema/round-file.schema.json`, the published form of a round file. Run after changing what a round file may hold. */
const target = resolve(import.meta.dirname, "../../schema/round-file.schema.json");
writeFileSync(target, `${JSON.stringify(roundFileJsonSchema(), null, 2)}\n`);
