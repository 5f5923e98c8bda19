/** What judges declare, and the chair pins. */
export const TIE_KINDS = ["EMPLOYMENT", "FAMILY", "FINANCIAL", "AUTHORSHIP", "COLLABORATION", "OTHER"] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** What is detected: by the area of the judge's office, by the office itself, by their own hand in the entry. */
export const DETECTED_KINDS = ["SAME_PLACE", "SAME_AGENCY", "SAME_PERSON"] as const;

export const CONFLICT_KINDS = [...DETECTED_KINDS, ...TIE_KINDS] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** Where a conflict in force comes from. */
export const PAIR_ORIGINS = ["DETECTED", "DECLARED", "PINNED"] as const;
export type PairOrigin = (typeof PAIR_ORIGINS)[number];

/** What is written down of a conflict. CLEARED: the chair says that one of an entry is none. */
export const CONFLICT_ORIGINS = ["DECLARED", "PINNED", "CLEARED"] as const;
export type ConflictOrigin = (typeof CONFLICT_ORIGINS)[number];
