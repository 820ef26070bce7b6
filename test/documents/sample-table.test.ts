/** The sample document, as flattened text and as .docx with merged cells, against its reading by hand. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textAt } from '../../src/domain/programme/source-offset.ts'
import { accountFor } from '../../src/import/account-for.ts'
import { readProgramme } from '../../src/import/read-programme.ts'
import { programmeOf, sampleByHand } from '../support/sample-reading.ts'

describe.each(['changzhou-2023.docx', 'changzhou-2023.txt'])('%s', async (fileName) => {
  const { source, draft } = await readProgramme(readFileSync(`samples/${fileName}`), fileName)

  it('reads to the projects, tasks, leaders and units that were read by hand', () => {
    expect(programmeOf(draft)).toEqual(sampleByHand)
  })

  it('leaves no character unaccounted for and claims none twice', () => {
    expect(accountFor(source, draft)).toMatchObject({ unaccounted: [], contested: [] })
  })

  it('leaves out only the annex mark, the heads and what a page break repeats', () => {
    expect(draft.ignored.map(({ text, why }) => `${why}: ${text}`)).toEqual([
      'annex-mark: 附件',
      ...['序号', '项目名称', '主要内容', '分管市领导', '牵头单位', '配合单位'].map(
        (head) => `table-head: ${head}`,
      ),
      'repeated: 5',
      'repeated: “常有众扶”工程',
    ])
  })

  it('says where every name stands', () => {
    const tasks = draft.projects.flatMap((project) => project.tasks)
    const names = tasks.flatMap((task) => [...task.leaders, ...task.leadUnits, ...task.cooperatingUnits])
    expect(names.length).toBeGreaterThan(100)
    for (const { name, place } of names) expect(textAt(source, place).replaceAll(/\s/g, '')).toBe(name)
  })

  it('has stable keys that no two parts share', () => {
    const keys = draft.projects.flatMap((project) => [
      project.key,
      ...project.tasks.flatMap((task) => [task.key, ...task.indicators.map((indicator) => indicator.key)]),
    ])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining(['p5', 't5.3', 'i5.3.1']))
  })
})

it('reads the same indicators from both documents', async () => {
  const indicatorsOf = async (format: string) => {
    const { draft } = await readProgramme(readFileSync(`samples/changzhou-2023.${format}`), format)
    return draft.projects.flatMap((project) => project.tasks.map((task) => task.indicators))
  }
  expect(await indicatorsOf('docx')).toEqual(await indicatorsOf('txt'))
})

describe('guesses', () => {
  const warnings = async (fileName: string): Promise<string[]> =>
    (await readProgramme(readFileSync(`samples/${fileName}`), fileName)).draft.warnings.map(
      ({ code }) => code,
    )

  it('are none where the document states its merged cells', async () => {
    expect(await warnings('changzhou-2023.docx')).toEqual(['joined-over-page'])
  })

  it('are each pointed out where merged cells are lost', async () => {
    // Cells empty below a filled one of the same project, counted by hand: 7 leaders, 3 leads, 8 cooperating.
    expect((await warnings('changzhou-2023.txt')).filter((code) => code === 'filled-down')).toHaveLength(18)
  })
})
