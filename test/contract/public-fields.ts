/**
 * Everything the public may ask without signing in. A root field outside these lists must carry a role or ask for a session.
 */
export const PUBLIC_FIELDS = {
  app: ["Query.me", "Query.node"],
  partner: [
    "Query.jurisdiction",
    "Query.jurisdictions",
    "Query.node",
    "Query.programme",
    "Query.programmes",
    "Query.result",
    "Query.round",
    "Query.rounds",
    "Query.service",
    "Query.services",
  ],
} as const;
