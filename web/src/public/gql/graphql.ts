/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };

import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";
/** What a round is at: open, being decided, or published. */
export type RoundState = "DECIDING" | "OPEN" | "PUBLISHED";

export type PlaceProfileQueryVariables = Exact<{
  country: string;
  code: string;
}>;

export type PlaceProfileQuery = {
  readonly jurisdiction: {
    readonly code: string;
    readonly level: string;
    readonly name: string;
    readonly population: number | null;
    readonly ancestors: ReadonlyArray<{ readonly code: string; readonly name: string }>;
    readonly results: {
      readonly nodes: ReadonlyArray<{
        readonly level: string;
        readonly rank: number | null;
        readonly score: string | null;
        readonly publication: { readonly number: number; readonly round: { readonly code: string; readonly name: string } };
      }>;
    };
  } | null;
};

export type PublicHomeQueryVariables = Exact<{ [key: string]: never }>;

export type PublicHomeQuery = {
  readonly programmes: {
    readonly nodes: ReadonlyArray<{
      readonly code: string;
      readonly country: string;
      readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
      readonly descriptions: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
      readonly rounds: {
        readonly nodes: ReadonlyArray<{
          readonly code: string;
          readonly state: RoundState;
          readonly illustrative: boolean;
          readonly timeZone: string;
          readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
          readonly stages: ReadonlyArray<{
            readonly code: string;
            readonly kind: string;
            readonly startsAt: string;
            readonly endsAt: string;
            readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
          }>;
          readonly publication: {
            readonly number: number;
            readonly publicFrom: string;
            readonly prizes: ReadonlyArray<{
              readonly prize: string;
              readonly level: string;
              readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
              readonly within: {
                readonly code: string;
                readonly level: string;
                readonly name: string;
                readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
              } | null;
              readonly winners: ReadonlyArray<{
                readonly place: number;
                readonly subject: {
                  readonly code: string;
                  readonly level: string;
                  readonly name: string;
                  readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
                };
              }>;
            }>;
          } | null;
        }>;
      };
    }>;
  };
};

export type PublicPlaceFragment = {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
};

export type PublicPlaceQueryVariables = Exact<{
  country: string;
  code: string;
}>;

export type PublicPlaceQuery = {
  readonly jurisdiction: {
    readonly code: string;
    readonly level: string;
    readonly country: string;
    readonly population: number | null;
    readonly name: string;
    readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
    readonly ancestors: ReadonlyArray<{ readonly code: string; readonly name: string; readonly level: string }>;
    readonly children: { readonly nodes: ReadonlyArray<{ readonly code: string; readonly name: string }> };
    readonly results: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly level: string;
        readonly rank: number | null;
        readonly score: string | null;
        readonly ineligible: unknown;
        readonly previous: { readonly moved: number | null } | null;
        readonly metrics: ReadonlyArray<{
          readonly metric: string;
          readonly value: string | null;
          readonly contribution: string | null;
          readonly weight: string;
        }>;
        readonly prizes: ReadonlyArray<{
          readonly prize: string;
          readonly place: number;
          readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
        }>;
        readonly recognitions: ReadonlyArray<{
          readonly role: string;
          readonly personName: string;
          readonly roleNames: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
        }>;
        readonly publication: {
          readonly number: number;
          readonly publicFrom: string;
          readonly round: {
            readonly code: string;
            readonly illustrative: boolean;
            readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
          };
        };
      }>;
    };
  } | null;
};

export type PublicRankingQueryVariables = Exact<{
  round: string;
  number?: number | null | undefined;
  level: string;
  first: number;
  after?: string | null | undefined;
}>;

export type PublicRankingQuery = {
  readonly round: {
    readonly publication: {
      readonly results: {
        readonly nodes: ReadonlyArray<{
          readonly id: string;
          readonly rank: number | null;
          readonly score: string | null;
          readonly ineligible: unknown;
          readonly subject: {
            readonly code: string;
            readonly level: string;
            readonly name: string;
            readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
          };
          readonly ancestors: ReadonlyArray<{
            readonly code: string;
            readonly level: string;
            readonly name: string;
            readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
          }>;
          readonly previous: { readonly rank: number; readonly moved: number | null } | null;
          readonly metrics: ReadonlyArray<{
            readonly metric: string;
            readonly value: string | null;
            readonly shrunkValue: string | null;
            readonly normalised: string | null;
            readonly weight: string;
            readonly contribution: string | null;
          }>;
          readonly prizes: ReadonlyArray<{
            readonly prize: string;
            readonly place: number;
            readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
          }>;
          readonly recognitions: ReadonlyArray<{
            readonly role: string;
            readonly personName: string;
            readonly roleNames: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
          }>;
          readonly note: { readonly en: string | null; readonly rw: string | null; readonly id: string | null } | null;
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    } | null;
  } | null;
};

export type RankedPlaceFragment = {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
};

export type PublicResultsQueryVariables = Exact<{
  round: string;
  number?: number | null | undefined;
}>;

export type PublicResultsQuery = {
  readonly round: {
    readonly code: string;
    readonly state: RoundState;
    readonly illustrative: boolean;
    readonly timeZone: string;
    readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
    readonly descriptions: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
    readonly programme: {
      readonly code: string;
      readonly country: string;
      readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
    };
    readonly stages: ReadonlyArray<{
      readonly code: string;
      readonly kind: string;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
    }>;
    readonly publications: {
      readonly nodes: ReadonlyArray<{
        readonly number: number;
        readonly publishedAt: string;
        readonly publicFrom: string;
        readonly corrects: number | null;
        readonly correctedBy: number | null;
        readonly reason: string | null;
      }>;
    };
    readonly publication: {
      readonly id: string;
      readonly number: number;
      readonly publishedAt: string;
      readonly publicFrom: string;
      readonly corrects: number | null;
      readonly correctedBy: number | null;
      readonly reason: string | null;
      readonly checksum: string;
      readonly definition: unknown;
      readonly levels: ReadonlyArray<{
        readonly level: string;
        readonly rankedCount: number;
        readonly ineligibleCount: number;
        readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
      }>;
      readonly prizes: ReadonlyArray<{
        readonly prize: string;
        readonly level: string;
        readonly places: number;
        readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
        readonly within: {
          readonly code: string;
          readonly level: string;
          readonly name: string;
          readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
        } | null;
        readonly winners: ReadonlyArray<{
          readonly place: number;
          readonly rank: number;
          readonly score: string;
          readonly shared: boolean;
          readonly reason: string | null;
          readonly subject: {
            readonly code: string;
            readonly level: string;
            readonly name: string;
            readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
          };
        }>;
      }>;
    } | null;
  } | null;
};

export type ResultPlaceFragment = {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly names: { readonly en: string | null; readonly rw: string | null; readonly id: string | null };
};

export type RankingQueryVariables = Exact<{
  round: string;
  level: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type RankingQuery = {
  readonly round: {
    readonly code: string;
    readonly name: string;
    readonly illustrative: boolean;
    readonly publication: {
      readonly number: number;
      readonly publishedAt: string;
      readonly checksum: string;
      readonly results: {
        readonly nodes: ReadonlyArray<{
          readonly rank: number | null;
          readonly score: string | null;
          readonly jurisdiction: { readonly code: string; readonly name: string };
          readonly metrics: ReadonlyArray<{ readonly metric: string; readonly value: string | null; readonly contribution: string | null }>;
          readonly prizes: ReadonlyArray<{ readonly prize: string; readonly place: number }>;
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    } | null;
  } | null;
};

export const PublicPlaceFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "PublicPlace" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "PublishedPlace" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "level" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "names" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "en" } },
                { kind: "Field", name: { kind: "Name", value: "rw" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PublicPlaceFragment, unknown>;
export const RankedPlaceFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "RankedPlace" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "PublishedPlace" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "level" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "names" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "en" } },
                { kind: "Field", name: { kind: "Name", value: "rw" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RankedPlaceFragment, unknown>;
export const ResultPlaceFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ResultPlace" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "PublishedPlace" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "level" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "names" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "en" } },
                { kind: "Field", name: { kind: "Name", value: "rw" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ResultPlaceFragment, unknown>;
export const PlaceProfileDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "PlaceProfile" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "country" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "code" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "jurisdiction" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "country" },
                value: { kind: "Variable", name: { kind: "Name", value: "country" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "code" },
                value: { kind: "Variable", name: { kind: "Name", value: "code" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "level" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "population" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "ancestors" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "results" },
                  arguments: [{ kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "20" } }],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "level" } },
                            { kind: "Field", name: { kind: "Name", value: "rank" } },
                            { kind: "Field", name: { kind: "Name", value: "score" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "publication" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "number" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "round" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "code" } },
                                        { kind: "Field", name: { kind: "Name", value: "name" } },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PlaceProfileQuery, PlaceProfileQueryVariables>;
export const PublicHomeDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "PublicHome" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "programmes" },
            arguments: [{ kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "20" } }],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "country" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "names" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "en" } },
                            { kind: "Field", name: { kind: "Name", value: "rw" } },
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "descriptions" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "en" } },
                            { kind: "Field", name: { kind: "Name", value: "rw" } },
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "rounds" },
                        arguments: [{ kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "10" } }],
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "nodes" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "code" } },
                                  { kind: "Field", name: { kind: "Name", value: "state" } },
                                  { kind: "Field", name: { kind: "Name", value: "illustrative" } },
                                  { kind: "Field", name: { kind: "Name", value: "timeZone" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "names" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "en" } },
                                        { kind: "Field", name: { kind: "Name", value: "rw" } },
                                        { kind: "Field", name: { kind: "Name", value: "id" } },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "stages" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "code" } },
                                        { kind: "Field", name: { kind: "Name", value: "kind" } },
                                        { kind: "Field", name: { kind: "Name", value: "startsAt" } },
                                        { kind: "Field", name: { kind: "Name", value: "endsAt" } },
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "names" },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              { kind: "Field", name: { kind: "Name", value: "en" } },
                                              { kind: "Field", name: { kind: "Name", value: "rw" } },
                                              { kind: "Field", name: { kind: "Name", value: "id" } },
                                            ],
                                          },
                                        },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "publication" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "number" } },
                                        { kind: "Field", name: { kind: "Name", value: "publicFrom" } },
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "prizes" },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              { kind: "Field", name: { kind: "Name", value: "prize" } },
                                              { kind: "Field", name: { kind: "Name", value: "level" } },
                                              {
                                                kind: "Field",
                                                name: { kind: "Name", value: "names" },
                                                selectionSet: {
                                                  kind: "SelectionSet",
                                                  selections: [
                                                    { kind: "Field", name: { kind: "Name", value: "en" } },
                                                    { kind: "Field", name: { kind: "Name", value: "rw" } },
                                                    { kind: "Field", name: { kind: "Name", value: "id" } },
                                                  ],
                                                },
                                              },
                                              {
                                                kind: "Field",
                                                name: { kind: "Name", value: "within" },
                                                selectionSet: {
                                                  kind: "SelectionSet",
                                                  selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "PublicPlace" } }],
                                                },
                                              },
                                              {
                                                kind: "Field",
                                                name: { kind: "Name", value: "winners" },
                                                selectionSet: {
                                                  kind: "SelectionSet",
                                                  selections: [
                                                    { kind: "Field", name: { kind: "Name", value: "place" } },
                                                    {
                                                      kind: "Field",
                                                      name: { kind: "Name", value: "subject" },
                                                      selectionSet: {
                                                        kind: "SelectionSet",
                                                        selections: [
                                                          { kind: "FragmentSpread", name: { kind: "Name", value: "PublicPlace" } },
                                                        ],
                                                      },
                                                    },
                                                  ],
                                                },
                                              },
                                            ],
                                          },
                                        },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "PublicPlace" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "PublishedPlace" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "level" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "names" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "en" } },
                { kind: "Field", name: { kind: "Name", value: "rw" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PublicHomeQuery, PublicHomeQueryVariables>;
export const PublicPlaceDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "PublicPlace" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "country" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "code" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "jurisdiction" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "country" },
                value: { kind: "Variable", name: { kind: "Name", value: "country" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "code" },
                value: { kind: "Variable", name: { kind: "Name", value: "code" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "level" } },
                { kind: "Field", name: { kind: "Name", value: "country" } },
                { kind: "Field", name: { kind: "Name", value: "population" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "names" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "en" } },
                      { kind: "Field", name: { kind: "Name", value: "rw" } },
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "ancestors" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "level" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "children" },
                  arguments: [{ kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "100" } }],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "code" } },
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "results" },
                  arguments: [{ kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "50" } }],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                            { kind: "Field", name: { kind: "Name", value: "level" } },
                            { kind: "Field", name: { kind: "Name", value: "rank" } },
                            { kind: "Field", name: { kind: "Name", value: "score" } },
                            { kind: "Field", name: { kind: "Name", value: "ineligible" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "previous" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "Field", name: { kind: "Name", value: "moved" } }],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "metrics" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "metric" } },
                                  { kind: "Field", name: { kind: "Name", value: "value" } },
                                  { kind: "Field", name: { kind: "Name", value: "contribution" } },
                                  { kind: "Field", name: { kind: "Name", value: "weight" } },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "prizes" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "prize" } },
                                  { kind: "Field", name: { kind: "Name", value: "place" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "names" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "en" } },
                                        { kind: "Field", name: { kind: "Name", value: "rw" } },
                                        { kind: "Field", name: { kind: "Name", value: "id" } },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "recognitions" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "role" } },
                                  { kind: "Field", name: { kind: "Name", value: "personName" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "roleNames" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "en" } },
                                        { kind: "Field", name: { kind: "Name", value: "rw" } },
                                        { kind: "Field", name: { kind: "Name", value: "id" } },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "publication" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "number" } },
                                  { kind: "Field", name: { kind: "Name", value: "publicFrom" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "round" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "code" } },
                                        { kind: "Field", name: { kind: "Name", value: "illustrative" } },
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "names" },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              { kind: "Field", name: { kind: "Name", value: "en" } },
                                              { kind: "Field", name: { kind: "Name", value: "rw" } },
                                              { kind: "Field", name: { kind: "Name", value: "id" } },
                                            ],
                                          },
                                        },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PublicPlaceQuery, PublicPlaceQueryVariables>;
export const PublicRankingDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "PublicRanking" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "round" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "number" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "level" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "round" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "code" },
                value: { kind: "Variable", name: { kind: "Name", value: "round" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "publication" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "number" },
                      value: { kind: "Variable", name: { kind: "Name", value: "number" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "results" },
                        arguments: [
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "level" },
                            value: { kind: "Variable", name: { kind: "Name", value: "level" } },
                          },
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "first" },
                            value: { kind: "Variable", name: { kind: "Name", value: "first" } },
                          },
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "after" },
                            value: { kind: "Variable", name: { kind: "Name", value: "after" } },
                          },
                        ],
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "nodes" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "id" } },
                                  { kind: "Field", name: { kind: "Name", value: "rank" } },
                                  { kind: "Field", name: { kind: "Name", value: "score" } },
                                  { kind: "Field", name: { kind: "Name", value: "ineligible" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "subject" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "RankedPlace" } }],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "ancestors" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "RankedPlace" } }],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "previous" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "rank" } },
                                        { kind: "Field", name: { kind: "Name", value: "moved" } },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "metrics" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "metric" } },
                                        { kind: "Field", name: { kind: "Name", value: "value" } },
                                        { kind: "Field", name: { kind: "Name", value: "shrunkValue" } },
                                        { kind: "Field", name: { kind: "Name", value: "normalised" } },
                                        { kind: "Field", name: { kind: "Name", value: "weight" } },
                                        { kind: "Field", name: { kind: "Name", value: "contribution" } },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "prizes" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "prize" } },
                                        { kind: "Field", name: { kind: "Name", value: "place" } },
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "names" },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              { kind: "Field", name: { kind: "Name", value: "en" } },
                                              { kind: "Field", name: { kind: "Name", value: "rw" } },
                                              { kind: "Field", name: { kind: "Name", value: "id" } },
                                            ],
                                          },
                                        },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "recognitions" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "role" } },
                                        { kind: "Field", name: { kind: "Name", value: "personName" } },
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "roleNames" },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              { kind: "Field", name: { kind: "Name", value: "en" } },
                                              { kind: "Field", name: { kind: "Name", value: "rw" } },
                                              { kind: "Field", name: { kind: "Name", value: "id" } },
                                            ],
                                          },
                                        },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "note" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "en" } },
                                        { kind: "Field", name: { kind: "Name", value: "rw" } },
                                        { kind: "Field", name: { kind: "Name", value: "id" } },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "pageInfo" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                                  { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "RankedPlace" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "PublishedPlace" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "level" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "names" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "en" } },
                { kind: "Field", name: { kind: "Name", value: "rw" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PublicRankingQuery, PublicRankingQueryVariables>;
export const PublicResultsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "PublicResults" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "round" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "number" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "round" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "code" },
                value: { kind: "Variable", name: { kind: "Name", value: "round" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "illustrative" } },
                { kind: "Field", name: { kind: "Name", value: "timeZone" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "names" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "en" } },
                      { kind: "Field", name: { kind: "Name", value: "rw" } },
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "descriptions" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "en" } },
                      { kind: "Field", name: { kind: "Name", value: "rw" } },
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "programme" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "country" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "names" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "en" } },
                            { kind: "Field", name: { kind: "Name", value: "rw" } },
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "stages" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "kind" } },
                      { kind: "Field", name: { kind: "Name", value: "startsAt" } },
                      { kind: "Field", name: { kind: "Name", value: "endsAt" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "names" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "en" } },
                            { kind: "Field", name: { kind: "Name", value: "rw" } },
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "publications" },
                  arguments: [{ kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "50" } }],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "number" } },
                            { kind: "Field", name: { kind: "Name", value: "publishedAt" } },
                            { kind: "Field", name: { kind: "Name", value: "publicFrom" } },
                            { kind: "Field", name: { kind: "Name", value: "corrects" } },
                            { kind: "Field", name: { kind: "Name", value: "correctedBy" } },
                            { kind: "Field", name: { kind: "Name", value: "reason" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "publication" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "number" },
                      value: { kind: "Variable", name: { kind: "Name", value: "number" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "number" } },
                      { kind: "Field", name: { kind: "Name", value: "publishedAt" } },
                      { kind: "Field", name: { kind: "Name", value: "publicFrom" } },
                      { kind: "Field", name: { kind: "Name", value: "corrects" } },
                      { kind: "Field", name: { kind: "Name", value: "correctedBy" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                      { kind: "Field", name: { kind: "Name", value: "checksum" } },
                      { kind: "Field", name: { kind: "Name", value: "definition" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "levels" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "level" } },
                            { kind: "Field", name: { kind: "Name", value: "rankedCount" } },
                            { kind: "Field", name: { kind: "Name", value: "ineligibleCount" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "names" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "en" } },
                                  { kind: "Field", name: { kind: "Name", value: "rw" } },
                                  { kind: "Field", name: { kind: "Name", value: "id" } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "prizes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "prize" } },
                            { kind: "Field", name: { kind: "Name", value: "level" } },
                            { kind: "Field", name: { kind: "Name", value: "places" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "names" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "en" } },
                                  { kind: "Field", name: { kind: "Name", value: "rw" } },
                                  { kind: "Field", name: { kind: "Name", value: "id" } },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "within" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ResultPlace" } }],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "winners" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "place" } },
                                  { kind: "Field", name: { kind: "Name", value: "rank" } },
                                  { kind: "Field", name: { kind: "Name", value: "score" } },
                                  { kind: "Field", name: { kind: "Name", value: "shared" } },
                                  { kind: "Field", name: { kind: "Name", value: "reason" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "subject" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ResultPlace" } }],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ResultPlace" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "PublishedPlace" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "level" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "names" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "en" } },
                { kind: "Field", name: { kind: "Name", value: "rw" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PublicResultsQuery, PublicResultsQueryVariables>;
export const RankingDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Ranking" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "round" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "level" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "round" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "code" },
                value: { kind: "Variable", name: { kind: "Name", value: "round" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "illustrative" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "publication" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "number" } },
                      { kind: "Field", name: { kind: "Name", value: "publishedAt" } },
                      { kind: "Field", name: { kind: "Name", value: "checksum" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "results" },
                        arguments: [
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "level" },
                            value: { kind: "Variable", name: { kind: "Name", value: "level" } },
                          },
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "first" },
                            value: { kind: "Variable", name: { kind: "Name", value: "first" } },
                          },
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "after" },
                            value: { kind: "Variable", name: { kind: "Name", value: "after" } },
                          },
                        ],
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "nodes" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "rank" } },
                                  { kind: "Field", name: { kind: "Name", value: "score" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "jurisdiction" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "code" } },
                                        { kind: "Field", name: { kind: "Name", value: "name" } },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "metrics" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "metric" } },
                                        { kind: "Field", name: { kind: "Name", value: "value" } },
                                        { kind: "Field", name: { kind: "Name", value: "contribution" } },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "prizes" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "prize" } },
                                        { kind: "Field", name: { kind: "Name", value: "place" } },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "pageInfo" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                                  { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RankingQuery, RankingQueryVariables>;
