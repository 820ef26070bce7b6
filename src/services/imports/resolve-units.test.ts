import { describe, expect, it } from 'vitest'
import type { DraftProgramme } from '../../domain/programme/draft.ts'
import type { UnitId } from '../../domain/values/ids.ts'
import type { Unit } from '../../domain/programme/unit.ts'
import { resolveUnits, unitBindings } from './resolve-units.ts'

const place = { block: 0, start: 0, end: 1 }

/** A draft of one task a row, with these lead units. */
function draftOf(...leads: readonly string[][]): DraftProgramme {
  const tasks = leads.map((names, index) => ({
    key: `t1.${index + 1}`,
    no: `1.${index + 1}`,
    text: '新建公园1个。',
    place,
    leaders: [],
    leadUnits: names.map((name) => ({ name, place })),
    cooperatingUnits: [],
    deadline: null,
    deadlinePlace: null,
    indicators: [],
    notTargets: [],
    milestones: [],
    reported: [],
  }))
  return {
    title: '任务分解表',
    titlePlace: null,
    year: 2030,
    projects: [{ key: 'p1', no: 1, noPlace: null, name: '工程', place, tasks }],
    rules: [],
    otherTables: [],
    ignored: [],
    warnings: [],
  }
}

function unit(id: string, name: string, ...aliases: string[]): Unit {
  return { id: id as UnitId, name, kind: 'department', aliases: [name, ...aliases], memberIds: [] }
}

describe('a printed unit name', () => {
  it('is the unit that has it as name or alias', () => {
    const units = [unit('u1', '市住房和城乡建设局', '建设局')]
    expect(
      resolveUnits(draftOf(['建设局'], ['市住房和城乡建设局']), {}, units).map(({ choice }) => choice),
    ).toEqual([
      { kind: 'known', unitId: 'u1' },
      { kind: 'known', unitId: 'u1' },
    ])
  })

  it('is the unit whose full name it abbreviates', () => {
    const units = [unit('u1', '市人力资源和社会保障局')]
    expect(resolveUnits(draftOf(['市人社局']), {}, units)[0]?.choice).toEqual({ kind: 'known', unitId: 'u1' })
  })

  it('is proposed as new when nobody knows it, once for all its spellings, and counted', () => {
    const resolved = resolveUnits(draftOf(['市人社局'], ['市人力资源社会保障局', '市人社局']), {}, [])
    expect(resolved.map(({ name, unitName, uses, choice }) => [name, unitName, uses, choice.kind])).toEqual([
      ['市人社局', '市人社局', 2, 'new'],
      ['市人力资源社会保障局', '市人社局', 1, 'new'],
    ])
    const { newUnits, unitOf } = unitBindings(resolved, () => 'n1' as UnitId)
    expect(newUnits).toMatchObject([{ id: 'n1', aliases: ['市人社局', '市人力资源社会保障局'] }])
    expect([...unitOf.values()]).toEqual(['n1', 'n1'])
  })

  it('is what a person chose, even against what is known', () => {
    const units = [unit('u1', '市教育局'), unit('u2', '市体育局')]
    const choices = { 市教育局: { kind: 'known', unitId: 'u2' as UnitId } } as const
    expect(resolveUnits(draftOf(['市教育局']), choices, units)[0]).toMatchObject({
      unitName: '市体育局',
      chosen: true,
    })
  })

  it('chosen to be new by a name that a unit has is that unit', () => {
    const units = [unit('u1', '市教育局')]
    const choices = { 教育: { kind: 'new', name: '市教育局', unitKind: 'department' } } as const
    expect(resolveUnits(draftOf(['教育']), choices, units)[0]?.choice).toEqual({
      kind: 'known',
      unitId: 'u1',
    })
  })
})
