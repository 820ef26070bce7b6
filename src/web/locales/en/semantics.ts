/** How figures are meant: of the month, or since the start of the year. */
export const semantics = {
  title: 'What figures mean',
  kind_cumulative: 'Since the start of the year',
  kind_period: 'Of the month alone',
  means_cumulative: 'Each month states all that was done since January; it falls only by a correction.',
  means_period: 'Each month states what was done in it; the months are added up.',
  history: 'What was declared',
  default: 'Unless declared: since the start of the year',
  change: 'Change it…',
  choose: 'Figures are stated',
  statedStays_one: 'The {{count}} figure stated so far keeps its meaning; the new one counts from now on.',
  statedStays_other:
    'The {{count}} figures stated so far keep their meaning; the new one counts from now on.',
  reason: 'Reason (stays on record)',
  reasonMissing: 'Give the reason, so that those who report know why.',
  save: 'Save',
  giveUp: 'Cancel',
  planFirst: 'It can be declared once a plan is in force.',
} as const
