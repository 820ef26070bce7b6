/**
 * OpenDocument text and spreadsheets (.odt, .ods; OASIS OpenDocument 1.3): the body in reading order, then notes. Of a
 * spreadsheet each sheet that holds text is one table, visible sheets before hidden ones.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceDocument } from '../../domain/programme/source.ts'
import { scanXml } from './scan-xml.ts'
import type { ZipPackage } from './zip-package.ts'
import { OpenDocumentReader } from './opendocument-reader.ts'

export type OpenDocumentKind = 'odt' | 'ods'

const content = 'content.xml'
const manifest = 'META-INF/manifest.xml'

/** Which of the two the package is, templates included; undefined when it is something else. */
export function findOpenDocument(zip: ZipPackage): OpenDocumentKind | undefined {
  const type = new TextDecoder().decode(zip.find('mimetype')) || mediaTypeIn(zip)
  if (!zip.names.includes(content)) return undefined
  if (/opendocument\.text(?!-web)/.test(type)) return 'odt'
  return type.includes('opendocument.spreadsheet') ? 'ods' : undefined
}

/** Throws Problem document.encrypted, .macros, .broken, .expands-too-far or .too-complex. */
export function readOpenDocument(zip: ZipPackage, kind: OpenDocumentKind): SourceDocument {
  if (isEncrypted(zip)) throw new Problem('document.encrypted', {})
  if (zip.names.some((name) => /^(Basic|Scripts)\/./.test(name))) throw new Problem('document.macros', {})
  const reader = new OpenDocumentReader(kind, content)
  scanXml(zip.find(content) ?? new Uint8Array(), content, reader)
  return { format: kind, blocks: reader.blocks() }
}

/** The package's own type, where there is no mimetype entry (part 2, §3.3). */
function mediaTypeIn(zip: ZipPackage): string {
  let type = ''
  const bytes = zip.find(manifest)
  if (bytes === undefined) return type
  scanXml(bytes, manifest, {
    open({ local }, attributes) {
      if (local === 'file-entry' && attributes['manifest:full-path'] === '/')
        type = attributes['manifest:media-type'] ?? ''
    },
    close: () => undefined,
    text: () => undefined,
  })
  return type
}

/** Encrypted parts are listed in the manifest (part 2, §3.4); since 1.3 the whole package may be one such part. */
function isEncrypted(zip: ZipPackage): boolean {
  if (zip.names.includes('encrypted-package')) return true
  const bytes = zip.find(manifest)
  return bytes !== undefined && new TextDecoder().decode(bytes).includes('encryption-data')
}
