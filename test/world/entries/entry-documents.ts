/** What the story of two authors asks. */
const FIELDS = `id version title state holder language kind tasks { code state problems { field code } } problems { field code values }
  viewerCan { edit submit translate } answers { field value version changedBy language } claims { indicator claimed version }`;
export const BEGIN = `mutation ($input: BeginEntryInput!) { beginEntry(input: $input) { refusals { code field values } entry { ${FIELDS} } } }`;
export const COPY = `mutation ($input: CopyEntryInput!) { copyEntry(input: $input) { refusals { code field values } entry { ${FIELDS} copied } } }`;
export const SAVE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { refusals { code field } saved { field value version changedBy }
  conflicts { field theirs mine version changedBy } notSaved { field code values } entry { title version } } }`;
export const CLAIM = `mutation ($input: SaveClaimsInput!) { saveClaims(input: $input) { refusals { code } saved { indicator claimed version }
  conflicts { indicator theirs mine version changedBy } notSaved { field code } } }`;
export const TOUCH = "mutation ($input: TouchEntryInput!) { touchEntry(input: $input) { refusals { code } others { name field } } }";
export const ENTRY = `query ($id: ID!) { entry(id: $id) { ${FIELDS} } }`;
export const NODE = "query ($id: ID!) { node(id: $id) { id __typename } }";
export const LIST = `query ($roundId: ID!, $search: String, $states: [EntryState!], $order: EntryOrder, $first: Int, $after: String, $jurisdictionId: ID) {
  entries(roundId: $roundId, search: $search, states: $states, order: $order, first: $first, after: $after, jurisdictionId: $jurisdictionId) {
    totalCount nodes { id title } pageInfo { hasNextPage endCursor } } }`;
