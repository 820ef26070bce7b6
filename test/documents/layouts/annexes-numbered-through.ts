/** A programme that goes on in a second annex under a title of its own: the numbers go on. */
import type { Layout } from '../../support/layout-document.ts'

const heads = ['序号', '项目名称', '主要内容', '分管领导', '牵头单位', '配合单位']

export const annexesNumberedThrough: Layout = {
  blocks: [
    '2030年西坪市民生实事项目任务分解表',
    [
      heads,
      ['1', '安居工程', '改造老旧小区30个。', '林远', '市住建局', '各区'],
      ['2', '畅行工程', '打通断头路5条。', '林远', '市交通局', ''],
    ],
    '附件2',
    '2030年西坪市新增民生实事项目任务分解表',
    [heads, ['3', '康养工程', '新增养老床位800张。', '何静', '市民政局', '各区']],
  ],
  reading: [
    '2030年西坪市民生实事项目任务分解表 2030',
    '1.1 安居工程｜改造老旧小区30个。｜林远｜市住建局｜各区｜｜30个',
    '2.1 畅行工程｜打通断头路5条。｜林远｜市交通局｜｜｜5条',
    '3.1 康养工程｜新增养老床位800张。｜何静｜市民政局｜各区｜｜800张',
    '略 annex-mark 附件2',
  ],
}
