/** Whatever is uploaded ends as a reading or as a Problem that says what to do; nothing crashes, nothing hangs. */
import { readFileSync } from 'node:fs'
import CFB from 'cfb'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Problem, problemSentence, type ProblemCode } from '../../src/domain/problems/problem.ts'
import { accountFor } from '../../src/import/account-for.ts'
import { maxDocumentBytes } from '../../src/import/readers/read-document.ts'
import { readProgramme } from '../../src/import/read-programme.ts'
import { cell, docxOf, paragraph, row, table, wordXml } from '../support/docx-package.ts'

const sample = readFileSync('samples/changzhou-2023.docx')
const sampleText = readFileSync('samples/changzhou-2023.txt')
/** A compound file that holds one stream. */
function compound(stream: string): Uint8Array {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, stream, new Uint8Array(5000))
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[])
}

async function problemOf(bytes: Uint8Array): Promise<{ code: ProblemCode; details: unknown }> {
  try {
    await readProgramme(bytes, '清单')
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('it was read')
}

const deep = '<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)
const entityBomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
const remoteEntity = entityBomb.replace('"aaaa"', 'SYSTEM "file:///etc/passwd"')
const withDocument = (xml: string): Uint8Array => docxOf('', { 'word/document.xml': strToU8(xml) })

describe('files that cannot be read', () => {
  it.each<[string, Uint8Array, ProblemCode, object]>([
    ['an empty file', new Uint8Array(), 'document.empty', {}],
    ['a file of blanks', strToU8(' \n\t\r\n'), 'document.empty', {}],
    ['a file of 25 MB', new Uint8Array(25 * 1024 * 1024), 'document.too-large', { limitMegabytes: 20 }],
    ['one byte too many', new Uint8Array(maxDocumentBytes + 1), 'document.too-large', {}],
    ['the first half of a .docx', sample.subarray(0, sample.length / 2), 'document.broken', { part: 'zip' }],
    ['a .docx without its end', sample.subarray(0, -30), 'document.broken', { part: 'zip' }],
    ['a damaged part', damaged(), 'document.broken', { part: 'word/document.xml' }],
    [
      'XML that is not well formed',
      withDocument('<w:document'),
      'document.broken',
      { part: 'word/document.xml' },
    ],
    [
      'XML that ends early',
      withDocument(wordXml('document', '<w:body>').slice(0, -13)),
      'document.broken',
      {},
    ],
    [
      'a part that is not UTF-8',
      docxOf('', { 'word/document.xml': Uint8Array.of(0x3c, 0xc0, 0x80) }),
      'document.broken',
      {},
    ],
    ['elements nested too deep', docxOf(deep), 'document.broken', { part: 'word/document.xml' }],
    [
      'a table of a million columns',
      docxOf(table(row(cell('', '<w:gridSpan w:val="1000000"/>')))),
      'document.broken',
      {},
    ],
    ['entities that multiply', withDocument(entityBomb), 'document.broken', { part: 'word/document.xml' }],
    [
      'an entity from elsewhere',
      withDocument(remoteEntity),
      'document.broken',
      { part: 'word/document.xml' },
    ],
    ['a password', compound('EncryptedPackage'), 'document.encrypted', {}],
    ['an encrypted zip', encryptedZip(), 'document.encrypted', {}],
    [
      'a macro project',
      docxOf(paragraph('x'), { 'word/vbaProject.bin': Uint8Array.of(1) }),
      'document.macros',
      {},
    ],
    [
      'a .docm by its content type',
      docxOf('', {
        '[Content_Types].xml': strToU8(
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        ),
      }),
      'document.macros',
      {},
    ],
    ['half a compound file', compound('WordDocument').subarray(0, 600), 'document.broken', {}],
    [
      'a compound file of something else',
      compound('Thumbs'),
      'document.unknown-format',
      { recognised: null },
    ],
    ['a Works document', compound('MatOST'), 'document.unknown-format', { recognised: 'works' }],
    [
      'a presentation',
      zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }),
      'document.unknown-format',
      { recognised: 'pptx' },
    ],
    ['an RTF document', strToU8('{\\rtf1 x}'), 'document.unknown-format', { recognised: 'rtf' }],
    ['an archive', zipSync({ 'a.txt': strToU8('x') }), 'document.unknown-format', { recognised: 'archive' }],
    ['the first line of a PDF', strToU8('%PDF-1.7\n'), 'document.broken', {}],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'document.unknown-format', { recognised: 'image' }],
    [
      'a web page without a table',
      strToU8('\n<!DOCTYPE html><p>通知</p>'),
      'document.no-table',
      { tables: 0, paragraphs: 1 },
    ],
    [
      'bytes of no format',
      Uint8Array.of(0, 1, 2, 0xff, 0xfe, 3),
      'document.unknown-format',
      { recognised: null },
    ],
    [
      'a document without a table',
      docxOf(paragraph('关于印发方案的通知')),
      'document.no-table',
      { tables: 0, paragraphs: 1 },
    ],
    [
      'a text without a table',
      strToU8('会议纪要\n一、议题'),
      'document.no-table',
      { tables: 0, paragraphs: 2 },
    ],
    [
      'a table of something else',
      docxOf(table(row('姓名', '电话', '单位'), row('甲', '1', '乙'))),
      'document.no-table',
      { tables: 1, paragraphs: 0 },
    ],
  ])('%s', async (_, bytes, code, details) => {
    const problem = await problemOf(bytes)
    expect(problem).toMatchObject({ code, details })
    for (const language of ['zh', 'en'] as const) {
      expect(problemSentence(problem.code, problem.details, language)).not.toMatch(/undefined|null|object/)
    }
  })
})

/** How every upload must end. */
const outcome = /^(read without loss|document\..+)$/
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { source, draft } = await readProgramme(bytes, 'a')
    const { unaccounted, contested } = accountFor(source, draft)
    return unaccounted.length + contested.length === 0 ? 'read without loss' : 'read with losses'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

describe('files made to be slow', () => {
  const heads = ['序号', '项目名称', '主要内容', '牵头单位']
  const withUnits = (units: string): Uint8Array =>
    strToU8([heads, ['1', '甲', '新增学位2个。', units]].map((cells) => cells.join('\t')).join('\n'))

  it.each<[string, Uint8Array]>([
    ['brackets that never close', withUnits('（'.repeat(300_000))],
    ['names of one character', withUnits('甲 '.repeat(300_000))],
    ['a name of half a megabyte', withUnits('甲'.repeat(500_000))],
    ['marks without end', withUnits('*市、'.repeat(200_000))],
    ['lines without end', withUnits('\n'.repeat(500_000))],
    ['columns without end', strToU8(`${heads.join('\t')}\n${'\t'.repeat(1_000_000)}`)],
    ['rows without end', strToU8(`${heads.join('\t')}\n${'\t\t\t\n'.repeat(200_000)}`)],
    [
      'paragraphs without end',
      docxOf(`<w:p><w:r><w:t>${'x</w:t></w:r></w:p><w:p><w:r><w:t>'.repeat(200_000)}</w:t></w:r></w:p>`),
    ],
    [
      'one row without end',
      docxOf(table(row(...Array.from({ length: 20_000 }, () => cell('', '<w:gridSpan w:val="900"/>'))))),
    ],
  ])('%s are read or refused in good time', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toMatch(outcome)
  })
})

describe('zip bombs', () => {
  const zeros = new Uint8Array(60 * 1024 * 1024)

  it('are refused by what they unpack to', async () => {
    expect((await problemOf(docxOf('', { 'word/document.xml': zeros }))).code).toBe(
      'document.expands-too-far',
    )
  })

  it('are refused although their directory claims to be small', async () => {
    const bomb = docxOf('', { 'word/document.xml': zeros })
    expect((await problemOf(claiming(bomb, 1000))).code).toBe('document.expands-too-far')
  })

  it('are refused by their ratio long before the limit', async () => {
    const spaces = strToU8(wordXml('document', ' '.repeat(8 * 1024 * 1024)))
    expect((await problemOf(withDocument(new TextDecoder().decode(spaces)))).code).toBe(
      'document.expands-too-far',
    )
  })

  it('are refused when the rest of the package claims too much', async () => {
    expect((await problemOf(docxOf('', { 'word/media/a.bin': zeros, 'word/media/b.bin': zeros }))).code).toBe(
      'document.expands-too-far',
    )
  })

  it('are not large tables', async () => {
    const head = row('序号', '项目名称', '主要内容', '牵头单位')
    const rows = Array.from({ length: 2000 }, (_, i) =>
      row(`${i + 1}`, `工程${i + 1}`, `新增学位${i}个。`, '市教育局'),
    )
    const { draft } = await readProgramme(docxOf(table(head, ...rows)), 'a')
    expect(draft.projects).toHaveLength(2000)
  })
})

describe('mutated files', () => {
  const mutation = (length: number): fc.Arbitrary<{ at: number; byte: number }[]> =>
    fc.array(fc.record({ at: fc.nat(length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 30 })
  const mutate = (bytes: Uint8Array, changes: readonly { at: number; byte: number }[]): Uint8Array => {
    const copy = Uint8Array.from(bytes)
    for (const { at, byte } of changes) copy[at] = byte
    return copy
  }
  const parts = unzipSync(sample)
  const xml = parts['word/document.xml'] ?? new Uint8Array()

  it('.docx: a reading or a Problem', async () => {
    await fc.assert(
      fc.asyncProperty(mutation(sample.length), async (changes) => {
        expect(await outcomeOf(mutate(sample, changes))).toMatch(outcome)
      }),
    )
  })

  it('the XML within: a reading or a Problem', async () => {
    // Letters for letters, so that most of the mutants are still well formed: attributes, element names, text.
    const letters = fc.array(
      fc.record({ at: fc.nat(xml.length - 1), byte: fc.constantFrom(0x61, 0x31, 0x3e, 0x20) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    await fc.assert(
      fc.asyncProperty(letters, async (changes) => {
        expect(await outcomeOf(zipSync({ ...parts, 'word/document.xml': mutate(xml, changes) }))).toMatch(
          outcome,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('text: a reading or a Problem', async () => {
    await fc.assert(
      fc.asyncProperty(mutation(sampleText.length), async (changes) => {
        expect(await outcomeOf(mutate(sampleText, changes))).toMatch(outcome)
      }),
    )
  })

  it('lines of a table put in any order: a reading or a Problem', async () => {
    const lines = new TextDecoder().decode(sampleText).split('\n')
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines), async (shuffled) => {
        expect(await outcomeOf(strToU8(shuffled.join('\n')))).toMatch(outcome)
      }),
    )
  })

  it('anything at all: a reading or a Problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(await outcomeOf(bytes)).toMatch(outcome)
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 500 }), async (text) => {
        expect(await outcomeOf(strToU8(text))).toMatch(outcome)
      }),
    )
  })
})

/** One byte changed within the compressed main part. */
function damaged(): Uint8Array {
  const bytes = Uint8Array.from(sample)
  const name = Buffer.from(bytes).indexOf('word/document.xml')
  bytes[name + 500] = (bytes[name + 500] ?? 0) ^ 0xff
  return bytes
}

/** Bit 0 of an entry's flags in the central directory (APPNOTE 4.4.4). */
function encryptedZip(): Uint8Array {
  const bytes = docxOf(paragraph('x'))
  const entry = Buffer.from(bytes).indexOf(Uint8Array.of(0x50, 0x4b, 1, 2))
  bytes[entry + 8] = (bytes[entry + 8] ?? 0) | 1
  return bytes
}

/** The same zip with another uncompressed size claimed for its last part. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip)
  bytes.writeUInt32LE(size, bytes.lastIndexOf(Uint8Array.of(0x50, 0x4b, 1, 2)) + 24)
  return bytes
}
