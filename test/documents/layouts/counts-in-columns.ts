/** Hunan's way: what is counted, in what unit and how many, each in a column of its own; the figures are kept as plans. */
import type { Layout } from '../../support/layout-document.ts'

export const countsInColumns: Layout = {
  blocks: [
    '潇水县2030年重点民生实事项目任务表',
    [
      ['序号', '项目名称', '任务内容', '计量单位', '目标任务数', '牵头单位', '配合单位'],
      ['1', '增加公办学位', '新增公办义务教育学位', '个', '2100', '县教育局', '县财政局'],
      ['2', '农村通组道路', '建设农村通组道路', '公里', '38.5', '县交通运输局', '各乡镇'],
    ],
  ],
  reading: [
    '潇水县2030年重点民生实事项目任务表 2030',
    '1.1 增加公办学位｜新增公办义务教育学位｜｜县教育局｜县财政局｜｜公办义务教育学位',
    '  节点 — 2100个',
    '2.1 农村通组道路｜建设农村通组道路｜｜县交通运输局｜各乡镇｜｜农村通组道路',
    '  节点 — 38.5公里',
    '略 other 个',
    '略 other 公里',
  ],
}
