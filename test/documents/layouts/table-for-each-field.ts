/** One table for each field with its name on a line above, under one title, its title again over a page. */
import type { Layout } from '../../support/layout-document.ts'

const heads = ['序号', '工作任务', '牵头单位', '配合单位', '完成时限']

export const tableForEachField: Layout = {
  emptyCells: true,
  blocks: [
    '北屏市2030年民生实事任务分解表',
    '一、教育提质',
    [
      heads,
      ['1', '新建学校2所', '市教育局', '各区', '8月底前'],
      ['2', '培训教师1500人次', '市教育局', '', '全年'],
    ],
    '二、健康惠民',
    [heads, ['3', '建设社区医院4家', '市卫健委', '市财政局', '2030年11月']],
    '北屏市2030年民生实事任务分解表',
    [heads, ['4', '免费筛查2万人', '市卫健委', '', '10月底前']],
  ],
  reading: [
    '北屏市2030年民生实事任务分解表 2030',
    '1.1 教育提质｜新建学校2所｜｜市教育局｜各区｜2030-08-31｜2所',
    '1.2 教育提质｜培训教师1500人次｜｜市教育局｜｜2030-12-31｜1500人次',
    '2.1 健康惠民｜建设社区医院4家｜｜市卫健委｜市财政局｜2030-11-30｜4家',
    '2.2 健康惠民｜免费筛查2万人｜｜市卫健委｜｜2030-10-31｜20000人',
    '略 repeated 北屏市2030年民生实事任务分解表',
  ],
}
