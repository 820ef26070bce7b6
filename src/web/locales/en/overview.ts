export const overview = {
  pageTitle: 'Who carries what: {{title}}',
  title: 'Who carries what',
  how: 'How many promises each lead unit leads in each project; a promise led by several counts with each. Choose a unit to see its promises.',
  table: 'Lead units against projects',
  unit: 'Lead unit',
  total: 'Total',
  perProject: 'Promises in the project',
} as const
