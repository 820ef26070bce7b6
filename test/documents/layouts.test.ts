/** Documents in the layouts that cities, districts and provinces publish, each against its reading by hand, in every format. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accountFor } from '../../src/import/account-for.ts'
import { readProgramme } from '../../src/import/read-programme.ts'
import { twoAnnexes } from './layouts/two-annexes.ts'
import { formatsOf, type Layout, writers } from '../support/layout-document.ts'
import { readingOf } from '../support/reading-of.ts'

const folder = `${import.meta.dirname}/layouts`
const modules = await Promise.all(
  readdirSync(folder).map(async (file): Promise<Record<string, Layout>> => import(`${folder}/${file}`)),
)
const cases = modules.flatMap((module) =>
  Object.entries(module).flatMap(([name, layout]) =>
    formatsOf(layout).map((format) => ({ name, layout, format })),
  ),
)

describe('the layouts', () => {
  it.each(cases)('$name reads from .$format as a person reads it', async ({ layout, format }) => {
    const { source, draft } = await readProgramme(
      writers[format](layout.blocks, layout.sheets),
      `表.${format}`,
    )
    expect(readingOf(draft)).toEqual(layout.reading)
    expect(accountFor(source, draft)).toMatchObject({ unaccounted: [], contested: [] })
  })
})

it('any task table of a document can be chosen', async () => {
  const bytes = writers.docx(twoAnnexes.blocks)
  const { draft } = await readProgramme(bytes, '表.docx')
  const [other] = draft.otherTables
  const chosen = (await readProgramme(bytes, '表.docx', { table: other?.block ?? -1 })).draft
  expect([chosen.title, chosen.projects.map(({ name }) => name)]).toEqual([
    '东沙县2030年民生实事项目资金安排表',
    ['供水工程', '供热工程'],
  ])
  expect(chosen.otherTables.map(({ label, tasks }) => [label, tasks])).toEqual([[draft.title, 2]])
})
