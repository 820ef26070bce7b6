/** Where promises will end. */
export const forecasts = {
  pageTitle: '预测：{{title}}',
  title: '预测与预警',
  how: '按截至{{month}}底审定的数推算，标明的可能性经模拟年度检验。预测不是结论，改变做法就会改变结果。',
  warned_other: '照此下去可能完不成的（{{count}} 项）',
  others_other: '其余（{{count}} 项）',
  closed_other: '已销号（{{count}} 项）',
  chance: '按期完成的可能性',
  promise: '承诺',
  expected: '到期预计',
  why: '依据',
  firstSeen: '{{month}}起已能看出。',
  noneTitle: '还没有可推算的承诺',
  noneBody: '承诺分解到单位和月份以后，有数的承诺会在这里推算年底结果。',
} as const
