import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  view.setUint16(0, 0xfeff, littleEndian)
  Array.from(text, (character, i) => view.setUint16(i * 2 + 2, character.charCodeAt(0), littleEndian))
  return new Uint8Array(view.buffer)
}

it.each<[string, Uint8Array, string | undefined]>([
  ['UTF-8', strToU8('序号\t民生'), '序号\t民生'],
  ['UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...strToU8('序号')), '序号'],
  ['UTF-16, little end first', utf16('序号', true), '序号'],
  ['UTF-16, big end first', utf16('序号', false), '序号'],
  // 序号 is D0F2 BAC5 in GB2312; 镕 came with GBK, as E946.
  ['GB2312', Uint8Array.of(0xd0, 0xf2, 0xba, 0xc5), '序号'],
  ['GBK', Uint8Array.of(0xe9, 0x46), '镕'],
  ['any line end', strToU8('a\r\nb\rc\n'), 'a\nb\nc\n'],
  ['control characters are no text', Uint8Array.of(0x61, 0x00), undefined],
  ['bytes of no encoding are no text', Uint8Array.of(0xff, 0xff, 0xff), undefined],
])('%s', (_, bytes, expected) => {
  expect(decodeText(bytes)).toBe(expected)
})
