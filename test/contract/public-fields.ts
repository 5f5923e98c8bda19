/**
 * Everything the public may ask without signing in. A root field outside these lists must carry a role or ask for a session.
 */
export const PUBLIC_FIELDS = {
  app: ["Query.me", "Query.node"],
} as const;
