/** How an indicator's figures are meant (glossary: 口径). */
export const semanticsKinds = ['cumulative', 'period'] as const
/** Counted since the start of the year, or of the month alone. */
export type Semantics = (typeof semanticsKinds)[number]

/** Monthly tables of practice state “1–10月推进情况” (domain.md §4, 崇川 2023): since the start of the year. */
export const defaultSemantics: Semantics = 'cumulative'
