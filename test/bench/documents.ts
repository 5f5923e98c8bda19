import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ROUND } from "./national.ts";

/** What partners and officers send: document, variables, and a text that every right answer holds. */
export const ranking = {
  query: readFileSync(resolve(import.meta.dirname, "../../schema/operations/ranking.graphql"), "utf8"),
  variables: { round: ROUND, level: "SECTOR", first: 50 },
};

export const node = {
  query: "query Node($id: ID!) { node(id: $id) { id ... on Jurisdiction { country level code name population } } }",
};

export const deep = {
  query: `query Deep($level: String!) { programmes(first: 10) { nodes { code name rounds(first: 10) { nodes { code publication { number
    results(level: $level, first: 25) { nodes { rank score jurisdiction { code name ancestors { code name } } } } } } } } } }`,
  variables: { level: "SECTOR" },
};

export const save = {
  query: `mutation Save($input: SaveReportFiguresInput!) { saveReportFigures(input: $input) { refusals { code } report { id version state } } }`,
};
