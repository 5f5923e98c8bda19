/** What the stories about rounds ask. */
export const ANSWER = "refusals { code field values } round { id version }";
export const IMPORT = `mutation ($input: ImportRoundInput!) { importRound(input: $input) { ${ANSWER} changes { kind path before after } } }`;
export const ROUND = `query ($code: String!) { round(code: $code) { id version state name missing
  viewerCan { edit open reviseInstrument beginDecision copy }
  stages { code kind state startsAt endsAt startsAtLocal endsAtLocal }
  instrument { number from to metrics { metric share } services { code name } prizes { code within { code name } } definition }
  instrumentVersions { number reason createdBy frozenAt } programme { code rounds { nodes { code } } } place { code name } } }`;
