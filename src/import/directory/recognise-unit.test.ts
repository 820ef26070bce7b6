import { describe, expect, it } from 'vitest'
import { unitKinds } from '../../domain/programme/unit.ts'
import directory from './common-bodies.json' with { type: 'json' }
import { recogniseUnit, sameBody } from './recognise-unit.ts'

describe('a printed name', () => {
  it.each([
    ['市发改委', '发展和改革委员会', 'department', '市'],
    ['和平区住房和城乡建设局', '住房和城乡建设局', 'department', '和平区'],
    ['青溪市发展改革委', '发展和改革委员会', 'department', '青溪市'],
    ['县资规局', '自然资源和规划局', 'department', '县'],
    ['市市场监管局', '市场监督管理局', 'department', '市'],
    ['省住房和城乡建设厅', '住房和城乡建设局', 'department', '省'],
    ['市人口计生局', '卫生和计划生育委员会', 'department', '市'],
    ['区委组织部（区委人才办）', '委组织部', 'department', '区'],
    ['市总工会机关', '总工会', 'organisation', '市'],
    ['团市委', '共产主义青年团委员会', 'organisation', '市'],
    ['共青团青溪县委员会', '共产主义青年团委员会', 'organisation', '青溪县'],
    ['市残联', '残疾人联合会', 'organisation', '市'],
    ['公积金中心', '住房公积金管理中心', 'institution', ''],
    ['青溪供电公司', '供电公司', 'enterprise', '青溪'],
    ['青溪经开区管委会', null, 'district', ''],
    ['云台镇', null, 'town', ''],
    ['青医大东溪医学中心', null, 'institution', ''],
    ['各辖市、区', null, 'group', ''],
    ['各县（市、区）人民政府', null, 'group', ''],
    ['各有关单位', null, 'group', ''],
    ['各镇街', null, 'group', ''],
    ['市各功能区管委会', null, 'group', ''],
    ['有关市州人民政府', null, 'group', ''],
    ['在青高校', null, 'group', ''],
    ['市直有关部门', null, 'group', ''],
    ['市直机关工委', '直属机关工作委员会', 'department', '市'],
  ])('%s is %s, a %s', (name, body, kind, prefix) => {
    expect(recogniseUnit(name)).toEqual({ body, kind, prefix })
  })

  it.each(['市住房和城乡', '青医大东溪', '王小明', '预防控制', ''])('%j is unknown', (name) => {
    expect(recogniseUnit(name)).toBeNull()
  })
})

describe('two printed names', () => {
  it.each([
    ['市人社局', '市人力资源社会保障局', true],
    ['市人力资源和社会保障局', '市人力资源社会保障局', true],
    ['市卫健委', '市卫生健康委员会', true],
    ['团市委', '共青团市委员会', true],
    ['市教育局', '县教育局', false],
    ['市教育局', '市民政局', false],
    ['青溪经开区', '云台经开区', false],
    ['青医大东溪医学中心', '青医大东溪 医学中心', true],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameBody(a, b)).toBe(same)
    expect(sameBody(b, a)).toBe(same)
  })
})

describe('the directory', () => {
  const names = directory.bodies.flatMap((body) => body.names)

  it('lists at least 90 bodies, each name once, of known kinds', () => {
    expect(directory.bodies.length).toBeGreaterThanOrEqual(90)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    const kinds = new Set([...directory.bodies, ...directory.endings].map(({ kind }) => kind))
    expect([...kinds].filter((kind) => !unitKinds.some((known) => known === kind))).toEqual([])
  })

  it('finds each of its names behind a level and behind a place', () => {
    for (const {
      names: [full = ''],
      names: all,
    } of directory.bodies) {
      for (const name of all) {
        expect.soft(recogniseUnit(`青溪市${name}`)).toMatchObject({ body: full, prefix: '青溪市' })
      }
    }
  })
})
