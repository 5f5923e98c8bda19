/** Numbers that server, web and partners agree on. Lengths in characters, sizes in bytes. */
export const LIMITS = {
  pageSize: 100,
  pageSizeDefault: 25,
  nameLength: 200,
  descriptionLength: 5_000,
  reasonLength: 2_000,
  searchLength: 100,
  importBytes: 50 * 1024 * 1024,
  importRows: 500_000,
  bulkRows: 5_000,
  /** Pieces of evidence that one row or field takes. */
  evidencePieces: 20,
  /** Days after publication for which the content of removed evidence is kept. */
  removedEvidenceDays: 365,
  passwordMin: 10,
  passwordMax: 128,
  queryDepth: 12,
  queryTokens: 2_000,
  /** Objects that one open operation may answer, its pages counted as full. */
  queryObjects: 30_000,
} as const;
