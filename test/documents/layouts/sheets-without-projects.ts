/** Sheets whose names are the projects, each numbered anew; a sheet of all of them stands before. */
import type { Layout } from '../../support/layout-document.ts'

const heads = ['序号', '年度任务', '分管领导', '责任单位']
const school = ['新建小学2所', '培训校长60名']
const roads = ['大修道路11条', '新增泊位1300个']

export const sheetsWithoutProjects: Layout = {
  sheets: ['汇总', '优学工程', '畅行工程'],
  blocks: [
    [
      ['梅坞区2030年民生实事任务分解汇总表', '<', '<', '<'],
      heads,
      ...[...school, ...roads].map((text, i) => [String(i + 1), text, '江海', '区政府办']),
    ],
    [heads, ...school.map((text, i) => [String(i + 1), text, '江海', '区教育局'])],
    [heads, ...roads.map((text, i) => [String(i + 1), text, '林峰', '区住建局'])],
  ],
  reading: [
    '梅坞区2030年民生实事任务分解汇总表 2030',
    '1.1 梅坞区2030年民生实事任务分解汇总表｜新建小学2所｜江海｜区政府办｜｜｜2所',
    '1.2 梅坞区2030年民生实事任务分解汇总表｜培训校长60名｜江海｜区政府办｜｜｜60名',
    '1.3 梅坞区2030年民生实事任务分解汇总表｜大修道路11条｜江海｜区政府办｜｜｜11条',
    '1.4 梅坞区2030年民生实事任务分解汇总表｜新增泊位1300个｜江海｜区政府办｜｜｜1300个',
    '另表 优学工程、畅行工程 4',
    ...[...heads, '1', school[0], '江海', '区教育局', '2', school[1], '江海', '区教育局'].map(
      (text) => `略 other ${text}`,
    ),
    ...[...heads, '1', roads[0], '林峰', '区住建局', '2', roads[1], '林峰', '区住建局'].map(
      (text) => `略 other ${text}`,
    ),
  ],
}
