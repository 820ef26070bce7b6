/** A line of units for every paragraph, units that lead by their place before 牵头 in brackets without labels. */
import type { Layout } from '../../support/layout-document.ts'

export const unlabelledBrackets: Layout = {
  blocks: [
    '平川省2030年民生实事分工方案',
    '一、实施就业优先行动',
    '（一）城镇新增就业60万人以上。（省人力资源社会保障厅牵头，省教育厅、省农业农村厅配合）',
    '（二）开展补贴性职业技能培训40万人次。（省人力资源社会保障厅、省总工会，各市人民政府按职责分工负责）',
    '二、实施健康守护行动',
    '（三）新建县域医疗次中心20个。（省卫生健康委）',
  ],
  reading: [
    '平川省2030年民生实事分工方案 2030',
    '1.1 实施就业优先行动｜城镇新增就业60万人以上。｜｜省人力资源社会保障厅｜省教育厅 省农业农村厅｜｜600000人',
    '1.2 实施就业优先行动｜开展补贴性职业技能培训40万人次。｜｜省人力资源社会保障厅｜省总工会 各市人民政府｜｜400000人次',
    '2.1 实施健康守护行动｜新建县域医疗次中心20个。｜｜省卫生健康委｜｜｜20个',
  ],
}
