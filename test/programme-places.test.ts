import { describe, expect, it } from 'vitest'
import { mayDo, type Role } from '../src/domain/duty/access.ts'
import { waysFrom } from '../src/web/app/programme-places.ts'
import { zh } from '../src/web/locales/languages.ts'
import { readWebSources } from './support/web-source.ts'

const from = (address: string, roles: readonly Role[]) => {
  const ways = waysFrom(`/programmes/of-2023${address}`, (action) => mayDo(roles, action))
  const names = (all: typeof ways.places) => all.map(({ label }) => zh.common[label])
  const current = (all: typeof ways.places) => names(all.filter(({ isCurrent }) => isCurrent))
  return { ...ways, names, current }
}

/** As it is read on the screen: the group, and its places once one is in it. */
function outlineFor(...roles: Role[]): string[] {
  const { groups, names } = from('/nowhere', roles)
  return groups.map((group) => {
    const { places } = from(group.to.replace('/programmes/$programmeId', ''), roles)
    const [name] = names([group])
    return places.length === 0 ? `${name}` : `${name}：${names(places).join('、')}`
  })
}

const tasks = '任务：任务分解表、任务分布、地图'
const status = '态势：亮灯、矩阵与排名、节点、预测'
const supervision = '督查：督办、文书'

describe('the places of a programme', () => {
  it.each<[string, Role[], string[]]>([
    [
      'the supervision office',
      ['supervisor'],
      [
        '工作台',
        '分管领导',
        tasks,
        status,
        '推进：填报、审核、台账、分解、填报期',
        supervision,
        '年终：验收、考核、结转',
      ],
    ],
    [
      'a lead unit’s officer',
      ['lead-officer'],
      [tasks, status, '推进：填报、台账、分解、签收、填报期', supervision, '年终：验收、考核'],
    ],
    [
      'its head',
      ['lead-reviewer'],
      [tasks, status, '推进：填报、审核、台账、分解、填报期', supervision, '年终：验收、考核'],
    ],
    [
      'a district’s officer',
      ['district-officer'],
      [tasks, status, '推进：填报、台账、分解、签收、填报期', supervision, '年终：验收、考核'],
    ],
    [
      'a vice-mayor',
      ['leader'],
      ['分管领导', tasks, status, '推进：填报、台账、分解、填报期', supervision, '年终：验收、考核'],
    ],
    [
      'somebody who is officer and head',
      ['lead-officer', 'lead-reviewer'],
      [tasks, status, '推进：填报、审核、台账、分解、签收、填报期', supervision, '年终：验收、考核'],
    ],
    ['the system’s administrator', ['system-admin'], ['任务分解表', '任务分布']],
    ['the public', [], ['任务分解表', '任务分布']],
  ])('of %s', (_, roles, outline) => {
    expect(outlineFor(...roles)).toEqual(outline)
  })

  it.each([
    ['', ['任务'], ['任务分解表']],
    ['/', ['任务'], ['任务分解表']],
    ['/indicators/1.1', ['任务'], ['任务分解表']],
    ['/light-rules', ['态势'], ['亮灯']],
    ['/orders/new', ['督查'], ['督办']],
    ['/instruct', ['督查'], ['督办']],
    ['/desk', ['工作台'], []],
    ['/nowhere', [], []],
  ])('are known again from %s', (address, group, place) => {
    const { groups, places, current } = from(address, ['supervisor'])
    expect([current(groups), current(places)]).toEqual([group, place])
  })

  const addresses = readWebSources()
    .filter(({ file }) => /(router\.tsx|oversight-routes\.ts)$/.test(file))
    .flatMap(({ strings }) => [...strings].filter((text) => text.startsWith('/programmes/$programmeId')))

  it('take in every page of a programme that there is', () => {
    const everybody: Role[] = ['supervisor', 'lead-officer']
    const lost = addresses.filter((address) => {
      const { groups, current } = from(address.replace('/programmes/$programmeId', ''), everybody)
      return current(groups).length !== 1
    })
    expect(lost).toEqual([])
    expect(addresses.length).toBeGreaterThan(25)
  })
})
