/** The city's table and a district's, with the same heads and numbers that begin again: two programmes. */
import type { Layout } from '../../support/layout-document.ts'

const heads = ['序号', '主要任务', '牵头单位', '配合单位']

export const districtsBeside: Layout = {
  blocks: [
    '2030年远江市民生实事任务分解表（市本级）',
    [heads, ['1', '新建公园8个', '市城管局', '各区'], ['2', '改造公厕60座', '市城管局', '各区']],
    '2030年远江市民生实事任务分解表（临川区）',
    [heads, ['1', '修缮校舍3处', '区教育局', '区财政局']],
  ],
  reading: [
    '2030年远江市民生实事任务分解表（市本级） 2030',
    '1.1 2030年远江市民生实事任务分解表（市本级）｜新建公园8个｜｜市城管局｜各区｜｜8个',
    '1.2 2030年远江市民生实事任务分解表（市本级）｜改造公厕60座｜｜市城管局｜各区｜｜60座',
    '另表 2030年远江市民生实事任务分解表（临川区） 1',
    '略 note 2030年远江市民生实事任务分解表（临川区）',
    ...heads.map((head) => `略 other ${head}`),
    ...['1', '修缮校舍3处', '区教育局', '区财政局'].map((text) => `略 other ${text}`),
  ],
}
