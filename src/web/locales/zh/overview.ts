export const overview = {
  pageTitle: '任务分布：{{title}}',
  title: '任务分布',
  how: '各牵头单位在各项目中牵头的承诺数；几个单位共同牵头的，各计一次。点单位可看它的承诺。',
  table: '牵头单位与项目对照表',
  unit: '牵头单位',
  total: '合计',
  perProject: '项目承诺数',
} as const
