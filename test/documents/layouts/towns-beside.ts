/** A county's list of what is counted in what unit, its total and the towns' shares in columns side by side. */
import type { Layout } from '../../support/layout-document.ts'

export const townsBeside: Layout = {
  blocks: [
    '丰乐县2030年民生实事任务分解表',
    [
      ['序号', '项目名称', '工作内容', '单位', '全县', '青山镇', '白水乡', '东门街道', '责任单位'],
      ['1', '农村道路', '新改建农村公路', '公里', '46', '20', '16', '10', '县交通局、各镇乡'],
      ['2', '危房改造', '实施农村危房改造', '户', '120', '52', '68', '', '县住建局、各镇乡'],
    ],
    '注：责任单位排第一的为牵头单位。',
  ],
  reading: [
    '丰乐县2030年民生实事任务分解表 2030',
    '1.1 农村道路｜新改建农村公路｜｜县交通局｜各镇乡｜｜农村公路',
    '  节点 — 46公里',
    '2.1 危房改造｜实施农村危房改造｜｜县住建局｜各镇乡｜｜农村危房改造',
    '  节点 — 120户',
    '规则 first-unit-leads 注：责任单位排第一的为牵头单位。',
    ...['公里', '20', '16', '10', '户', '52', '68'].map((text) => `略 other ${text}`),
  ],
}
