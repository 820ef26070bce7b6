/** Documents are read in processes of their own: bounded in time and memory, and in nobody's way. */
import { readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readProgramme } from '../../src/import/read-programme.ts'
import { createReader, readProgrammeApart, usualLimits } from '../../src/services/read-apart.ts'

const sample = readFileSync('samples/changzhou-2023.docx')
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47)
const row = `<tr>${'<td>一二</td>'.repeat(9)}</tr>`
const largePage = strToU8(`<table>${row.repeat(19_000)}</table>`)

const codeOf = async (reading: Promise<unknown>): Promise<unknown> => {
  try {
    await reading
    return 'read'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

describe('a document read apart', () => {
  it('reads as it does here', async () => {
    expect(await readProgrammeApart(sample, 'a.docx')).toEqual(await readProgramme(sample, 'a.docx'))
  })

  it('is refused with the same problem and sentence', async () => {
    const refusal = (read: typeof readProgramme) => read(picture, '年报.docx').catch((error) => error)
    const apart = await refusal(readProgrammeApart)
    expect(apart).toEqual(await refusal(readProgramme))
    expect(apart).toMatchObject({ code: 'document.unknown-format', details: { fileName: '年报.docx' } })
  })

  it('is given up when its time is over, and the next one is read', async () => {
    // No process is ready within a millisecond.
    const hasty = createReader({ ...usualLimits, seconds: 0.001 })
    await expect(hasty(sample, 'a.docx')).rejects.toMatchObject({
      code: 'document.takes-too-long',
      details: { limitSeconds: 0.001 },
    })
    expect(await codeOf(readProgrammeApart(sample, 'a.docx'))).toBe('read')
  })

  it('is given up when its memory is used up, and the next one is read', async () => {
    const narrow = createReader({ ...usualLimits, megabytes: 40 })
    await expect(narrow(largePage, '页.html')).rejects.toMatchObject({
      code: 'document.takes-too-much-memory',
      details: { limitMegabytes: 40 },
    })
    expect(await codeOf(narrow(sample, 'a.docx'))).toBe('read')
  })

  it('holds nobody up meanwhile', async () => {
    let turns = 0
    const counting = setInterval(() => turns++, 1)
    await codeOf(readProgrammeApart(largePage, '页.html'))
    clearInterval(counting)
    // Read here, it would leave this loop one turn before and none during the reading.
    expect(turns).toBeGreaterThan(20)
  })

  it('waits its turn among many', async () => {
    const reader = createReader({ ...usualLimits, atOnce: 1 })
    const codes = [sample, picture, sample].map((bytes) => codeOf(reader(bytes, 'a')))
    expect(await Promise.all(codes)).toEqual(['read', 'document.unknown-format', 'read'])
  })
})
