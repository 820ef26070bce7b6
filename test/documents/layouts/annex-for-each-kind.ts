/** One annex for each kind of promise, with the same heads and one title but for the kind in brackets. */
import type { Layout } from '../../support/layout-document.ts'

const heads = ['序号', '主要任务', '牵头单位', '配合单位']

export const annexForEachKind: Layout = {
  blocks: [
    '附件1',
    '南屿市2030年民生实事项目任务分解表（教育类）',
    [heads, ['1', '新建学校2所', '市教育局', '各区'], ['2', '培训教师1500人次', '市教育局', '市财政局']],
    '附件2',
    '南屿市2030年民生实事项目任务分解表（医疗类）',
    [heads, ['1', '建设社区医院4家', '市卫健委', '各区'], ['2', '免费筛查2万人', '市卫健委', '市财政局']],
  ],
  reading: [
    '南屿市2030年民生实事项目任务分解表 2030',
    '1.1 教育类｜新建学校2所｜｜市教育局｜各区｜｜2所',
    '1.2 教育类｜培训教师1500人次｜｜市教育局｜市财政局｜｜1500人次',
    '2.1 医疗类｜建设社区医院4家｜｜市卫健委｜各区｜｜4家',
    '2.2 医疗类｜免费筛查2万人｜｜市卫健委｜市财政局｜｜20000人',
    '略 annex-mark 附件1',
    '略 annex-mark 附件2',
  ],
}
