/** The city's table with a district's share of the same projects as an annex: two tables, not one. */
import type { Layout } from '../../support/layout-document.ts'

const heads = ['序号', '民生实事', '目标任务', '分管领导', '责任单位']
const share = [
  ['1', '学位扩容', '新增学位1500个。', '苏晴', '区教育局'],
  ['2', '绿道建设', '建设绿道8公里。', '苏晴', '区城管局'],
]

export const sharesOfDistricts: Layout = {
  blocks: [
    '海岱市2030年民生实事任务分解表',
    [
      heads,
      ['1', '学位扩容', '新增学位9000个。', '田野', '市教育局'],
      ['2', '绿道建设', '建设绿道45公里。', '田野', '市城管局'],
      ['3', '便民服务', '新增自助服务点70处。', '田野', '市数据局'],
    ],
    '附：海岱市东屏区2030年民生实事任务分解表',
    [heads, ...share],
  ],
  reading: [
    '海岱市2030年民生实事任务分解表 2030',
    '1.1 学位扩容｜新增学位9000个。｜田野｜市教育局｜｜｜9000个',
    '2.1 绿道建设｜建设绿道45公里。｜田野｜市城管局｜｜｜45公里',
    '3.1 便民服务｜新增自助服务点70处。｜田野｜市数据局｜｜｜70处',
    '另表 附：海岱市东屏区2030年民生实事任务分解表 2',
    '略 note 附：海岱市东屏区2030年民生实事任务分解表',
    ...[heads, ...share].flatMap((row) => row.map((text) => `略 other ${text}`)),
  ],
}
