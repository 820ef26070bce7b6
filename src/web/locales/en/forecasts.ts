/** Where promises will end. */
export const forecasts = {
  pageTitle: 'Forecast: {{title}}',
  title: 'Forecast and early warning',
  how: 'From what was reviewed up to the end of {{month}}; the chances were tested on simulated years. A forecast is no verdict: acting otherwise changes it.',
  warned_one: 'Likely to be missed unless something changes ({{count}})',
  warned_other: 'Likely to be missed unless something changes ({{count}})',
  others_one: 'The other ({{count}})',
  others_other: 'The others ({{count}})',
  closed_one: 'Closed (1)',
  closed_other: 'Closed ({{count}})',
  chance: 'Chance to be met in time',
  promise: 'Promise',
  expected: 'Expected at the deadline',
  why: 'Why',
  firstSeen: 'To be seen since {{month}}.',
  noneTitle: 'Nothing can be forecast yet',
  noneBody:
    'Once promises are split over units and months, where those with a figure will end is reckoned here.',
} as const
