/** How figures are meant: of the month, or since the start of the year. */
export const semantics = {
  title: '口径',
  kind_cumulative: '自年初累计',
  kind_period: '当月数',
  means_cumulative: '每月填从 1 月到当月一共完成多少，除非更正，只增不减。',
  means_period: '每月只填当月完成多少，系统把各月相加。',
  history: '口径的历次设定',
  default: '未设定时：自年初累计',
  change: '改变口径……',
  choose: '填报数按什么口径填',
  statedStays_other: '已填报的 {{count}} 个数保持填报时的口径，从现在起填的按新口径。',
  reason: '原因（会留在记录里）',
  reasonMissing: '请写明原因，让填报的单位知道为什么改。',
  save: '保存口径',
  giveUp: '取消',
  planFirst: '分解生效以后才能设定口径。',
} as const
