import { expect, it } from 'vitest'
import { evidenceMediaTypes, isPicture, mediaTypeOf } from './media-type.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const packaged = (part: string) => `PK\x03\x04\x14\0\0\0\x08\0${'\0'.repeat(18)}[Content_Types].xml${part}`

it.each([
  ['\xFF\xD8\xFF\xE0\0\x10JFIF', 'image/jpeg'],
  ['\xFF\xD8\xFF\xE1\0\x10Exif', 'image/jpeg'],
  ['\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'image/png'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x18ftypheic\0\0\0\0', 'image/heic'],
  ['\0\0\0\x18ftypmif1\0\0\0\0', 'image/heic'],
  ['\0\0\0\x20ftypisom\0\0\x02\0', 'video/mp4'],
  ['\0\0\0\x14ftypqt  \0\0\0\0', 'video/mp4'],
  ['%PDF-1.7\n', 'application/pdf'],
  [packaged('word/document.xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [packaged('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('%j is %s', (start, type) => {
  expect(mediaTypeOf(bytes(start))).toBe(type)
})

it.each([
  ['nothing', ''],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a page behind a blank', ' \xFF\xD8\xFF'],
  ['two bytes of a JPEG', '\xFF\xD8'],
  ['a PNG that lost its line ends on the way', '\x89PNG\n\x1A\n'],
  ['a RIFF that is a sound', 'RIFF\x24\0\0\0WAVEfmt '],
  ['an AVIF', '\0\0\0\x1Cftypavif\0\0\0\0'],
  ['a zip of anything', packaged('payload.exe')],
  ['an empty zip', 'PK\x05\x06'],
  ['a program', 'MZ\x90\0'],
  ['a GIF', 'GIF89a'],
])('%s is no evidence', (_, start) => {
  expect(mediaTypeOf(bytes(start))).toBeUndefined()
})

it('three of them are decoded; the rest is kept as it is', () => {
  expect(evidenceMediaTypes.filter(isPicture)).toEqual(['image/jpeg', 'image/png', 'image/webp'])
})
