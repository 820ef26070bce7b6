/** What a file is, told by its first bytes; its name may say anything. */
export const evidenceMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'video/mp4',
] as const
export type EvidenceMediaType = (typeof evidenceMediaTypes)[number]

/** Enough of a file to tell. */
export const headBytes = 4096

export const maxEvidenceMegabytes = 50

/** Decoded to be shown small and to be recognised; HEIC is kept as it is. */
export const isPicture = (type: EvidenceMediaType): boolean =>
  type === 'image/jpeg' || type === 'image/png' || type === 'image/webp'

/** Undefined for what cannot serve as evidence. */
export function mediaTypeOf(head: Uint8Array): EvidenceMediaType | undefined {
  const text = Array.from(head, (byte) => String.fromCharCode(byte)).join('')
  if (text.startsWith('\xFF\xD8\xFF')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.startsWith('%PDF-')) return 'application/pdf'
  if (text.slice(4, 8) === 'ftyp') return ofBrand(text.slice(8, 12))
  return text.startsWith('PK\x03\x04') ? officeTypeOf(text) : undefined
}

/** ISO base media files: photographs of phones and videos share one container and name themselves in it. */
function ofBrand(brand: string): EvidenceMediaType | undefined {
  if (['heic', 'heix', 'mif1', 'msf1', 'heim', 'heis'].includes(brand)) return 'image/heic'
  return [
    'isom',
    'iso2',
    'iso4',
    'iso5',
    'iso6',
    'mp41',
    'mp42',
    'avc1',
    'M4V ',
    'MSNV',
    'dash',
    'qt  ',
    '3gp4',
    '3gp5',
  ].includes(brand)
    ? 'video/mp4'
    : undefined
}

/** Packages begin with the names of their parts. */
function officeTypeOf(text: string): EvidenceMediaType | undefined {
  if (text.includes('word/')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (text.includes('xl/')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return undefined
}
