import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const directory = makeTemporaryDirectory('cli')
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function jiannuo(words: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    encoding: 'utf8',
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
  })
  return { status, stdout, stderr }
}

describe('jiannuo', () => {
  it('--help lists every command', () => {
    const { status, stdout } = jiannuo(['--help'])
    expect(status).toBe(0)
    for (const { usage } of commands) expect(stdout).toContain(usage)
  })

  it.each([[[]], [['explode']], [['parse']], [['parse', 'a', 'b']]])(
    '%j is answered by how to use it',
    (words) => {
      const { status, stdout, stderr } = jiannuo(words)
      expect({ status, stdout: stdout === '' || words.length === 0 }).toEqual({ status: 2, stdout: true })
      expect(stdout + stderr).toContain('jiannuo')
    },
  )
})

describe('jiannuo parse', () => {
  it.each(['docx', 'txt'])('prints the sample .%s as the programme it is', (format) => {
    const { status, stdout } = jiannuo(['parse', `samples/changzhou-2023.${format}`])
    expect(status).toBe(0)
    const read = JSON.parse(stdout)
    const expected = JSON.parse(readFileSync('test/documents/changzhou-2023.json', 'utf8'))
    expect(Object.keys(read)).toEqual([
      'title',
      'year',
      'projects',
      'rules',
      'otherTables',
      'ignored',
      'warnings',
    ])
    expect(read).toMatchObject(expected)
    for (const task of read.projects.flatMap((project: { tasks: unknown[] }) => project.tasks)) {
      for (const { span, start, end } of task.indicators) expect(task.text.slice(start, end)).toBe(span)
    }
  })

  it.each([
    ['a file that is not there', 'missing.docx', undefined],
    ['an empty file', 'empty.docx', ''],
    ['a text without a table', 'prose.txt', '今年要办好十件实事。'],
  ])('refuses %s with a sentence and prints nothing else', (_what, name, content) => {
    const file = join(directory, name)
    if (content !== undefined) writeFileSync(file, content)
    const { status, stdout, stderr } = jiannuo(['parse', file])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('jiannuo extract', () => {
  it('answers each line of standard input with one line of JSON', () => {
    const texts = ['新建口袋公园12个。', '', '为3.5万名老人提供服务，其中农村老人不少于1万名。']
    const { status, stdout } = jiannuo(['extract'], { input: texts.join('\n') })
    expect(status).toBe(0)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ text }) => text)).toEqual(texts)
    expect(lines[0].indicators).toMatchObject([
      {
        kind: 'quantity',
        comparator: 'eq',
        value: 12,
        valueMax: null,
        unit: '个',
        span: '新建口袋公园12个',
        start: 0,
        end: 9,
      },
    ])
    // 3.5 × 10,000 = 35,000
    expect(
      lines[2].indicators.map(({ value, comparator }: Record<string, unknown>) => [comparator, value]),
    ).toEqual([
      ['eq', 35_000],
      ['gte', 10_000],
    ])
  })
})

describe('jiannuo create-tenant', () => {
  const env = { DATA_DIRECTORY: join(directory, 'data') }

  it('makes a government with four accounts, once', () => {
    const { status, stdout } = jiannuo(['create-tenant', 'lin-an', '临安市'], { env })
    expect(status).toBe(0)
    const accounts = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    expect(accounts.map(([name]) => name)).toEqual(['ducha', 'xitong', 'anquan', 'shenji'])
    expect(new Set(accounts.map(([, password]) => password)).size).toBe(4)
    expect(jiannuo(['create-tenant', 'lin-an', '临安市'], { env })).toMatchObject({ status: 1, stdout: '' })
  })

  it('refuses a code that cannot stand in an address', () => {
    expect(jiannuo(['create-tenant', '临安', '临安市'], { env })).toMatchObject({ status: 1, stdout: '' })
  })
})
