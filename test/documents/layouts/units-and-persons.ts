/** Units with the person in charge behind each, a column of persons, remarks. */
import type { Layout } from '../../support/layout-document.ts'

export const unitsAndPersons: Layout = {
  blocks: [
    '白塔镇2030年民生实事项目责任分解表',
    [
      ['序号', '项目', '实施内容', '责任领导', '责任单位及责任人', '协办单位', '备注'],
      ['1', '道路亮化', '安装路灯260盏', '郑明', '镇建设办 王明', '各村', '续建'],
      ['2', '环境整治', '整治河道6公里', '郑明', '镇农业农村办（李小华）\n镇综合执法队（周 宁）', '各村', ''],
    ],
  ],
  reading: [
    '白塔镇2030年民生实事项目责任分解表 2030',
    '1.1 道路亮化｜安装路灯260盏｜郑明｜镇建设办（王明）｜各村｜｜260盏',
    '2.1 环境整治｜整治河道6公里｜郑明｜镇农业农村办（李小华） 镇综合执法队（周宁）｜各村｜｜6公里',
    '略 note 续建',
  ],
}
