/** This year's table with last year's below it, which is no part of the programme. */
import type { Layout } from '../../support/layout-document.ts'

const heads = ['序号', '项目名称', '主要内容', '牵头单位', '配合单位']
const past = [
  ['1', '公厕革命', '新建公厕30座。', '市城管局', ''],
  ['2', '书香城市', '新建城市书房4座。', '市文旅局', ''],
]

export const lastYearBeside: Layout = {
  blocks: [
    '附件1',
    '榕川市2030年民生实事项目任务分解表',
    [
      heads,
      ['1', '安居工程', '改造老旧小区31个，加装电梯120部。', '市住建局', '各区'],
      ['2', '公交提升', '新辟公交线路6条。', '市交通局', '各区'],
    ],
    '附件2',
    '榕川市2029年民生实事项目任务分解表',
    [heads, ...past],
  ],
  reading: [
    '榕川市2030年民生实事项目任务分解表 2030',
    '1.1 安居工程｜改造老旧小区31个，加装电梯120部。｜｜市住建局｜各区｜｜31个 120部',
    '2.1 公交提升｜新辟公交线路6条。｜｜市交通局｜各区｜｜6条',
    '另表 榕川市2029年民生实事项目任务分解表 2',
    '略 annex-mark 附件1',
    '略 annex-mark 附件2',
    '略 note 榕川市2029年民生实事项目任务分解表',
    ...[heads, ...past].flatMap((row) => row.filter((text) => text !== '').map((text) => `略 other ${text}`)),
  ],
}
