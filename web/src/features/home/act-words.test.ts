import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { LANGUAGES } from "@isonga/schema/languages";
import { buildSchema, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";

const web = resolve(import.meta.dirname, "../../..");
const sdl = readFileSync(resolve(web, "../schema/app.graphql"), "utf8");
const schema = buildSchema(sdl);
const kinds = schema.getType("ImportKind");
const server = resolve(web, "../server/src");
/** What the server's own code does without a mutation: letters, files sent in, the demonstration. */
const ownVerbs = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((file) => /^(?!.*\.(?:test|fixture)\.ts$).*\.ts$/.test(file))
  .flatMap((file) => [...readFileSync(resolve(server, file), "utf8").matchAll(/\bverb: "(\w+)"/g)].map(([, verb = ""]) => verb));
/** What nobody does: the system itself, from its queue. It stands in the audit record only. */
const SYSTEM = [
  ...["announceDeadlines", "announcePublication", "askAgain", "forgetContents", "refreshReportOutliers", "remindCustody"],
  ...["scanEvidence", "stopConflicted", "takeOutEntries", "tellAskedAgain", "tellAuthors", "tidyEvidence"],
];
/** The mutations, what files are imported under (`importPlaces`, and so on), and the server's own verbs. */
const verbs = [
  ...ownVerbs,
  ...Object.keys(schema.getMutationType()?.getFields() ?? {}),
  ...(isEnumType(kinds) ? kinds.getValues().map(({ name }) => `import${name.charAt(0)}${name.slice(1).toLowerCase()}`) : []),
];
const read = (language: string, file: string): unknown =>
  JSON.parse(readFileSync(resolve(web, `locales/${language}/${file}.json`), "utf8"));

describe.each(LANGUAGES)("what people do, in %s", (language) => {
  const acts = read(language, "acts") as Readonly<Record<string, string>>;
  const audit = read(language, "audit") as { readonly verbs: Readonly<Record<string, string>> };

  it("has words for every verb: to whoever did it, and in the audit record", () => {
    expect(verbs.length).toBeGreaterThan(90);
    expect(verbs).toContain("importMarks");
    expect(ownVerbs).toContain("uploadEvidence");
    expect(SYSTEM.filter((verb) => !ownVerbs.includes(verb))).toEqual([]);
    expect(verbs.filter((verb) => !SYSTEM.includes(verb) && !acts[verb]?.trim())).toEqual([]);
    expect(verbs.filter((verb) => !audit.verbs[verb]?.trim())).toEqual([]);
  });
});
