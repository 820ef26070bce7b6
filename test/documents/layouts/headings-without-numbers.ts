/** Headings without numbers, units on a line below each. */
import type { Layout } from '../../support/layout-document.ts'

export const headingsWithoutNumbers: Layout = {
  blocks: [
    '宁溪县2030年为民办实事项目公告',
    '农村饮水提升项目',
    '新建集中供水工程14处，受益群众3.2万人。',
    '责任单位：县水利局、各乡镇人民政府',
    '便民停车项目',
    '新增公共停车泊位850个。',
    '责任单位：县城管局',
    '宁溪县人民政府',
    '2030年1月15日',
  ],
  reading: [
    '宁溪县2030年为民办实事项目公告 2030',
    '1.1 农村饮水提升项目｜新建集中供水工程14处，受益群众3.2万人。｜｜县水利局｜各乡镇人民政府｜｜14处 32000人',
    '2.1 便民停车项目｜新增公共停车泊位850个。｜｜县城管局｜｜｜850个',
    '略 signature 宁溪县人民政府',
    '略 signature 2030年1月15日',
  ],
}
