/** What all Office Open XML packages share: parts named by relationships (ECMA-376 part 2, §6.5), and macros. */
import { scanXml } from './scan-xml.ts'
import type { ZipPackage } from './zip-package.ts'

export type Relationship = { readonly id: string; readonly type: string; readonly target: string }

/** The relationships of a part, of the package itself for ''; targets are names in the package. */
export function relationshipsOf(zip: ZipPackage, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const bytes = zip.find(name)
  const found: Relationship[] = []
  if (bytes === undefined) return found
  scanXml(bytes, name, {
    open({ local }, attributes) {
      if (local !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const target = resolve(folder, attributes['Target'] ?? '')
      const type = attributes['Type']?.replace(/^.*\//, '') ?? ''
      found.push({ id: attributes['Id'] ?? '', type, target })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return found
}

/** The name of the part that the package is about; "word/document.xml" and the like are only a habit. */
export function findMainPart(zip: ZipPackage): string | undefined {
  return relationshipsOf(zip, '').find(({ type }) => type === 'officeDocument')?.target
}

const contentTypes = '[Content_Types].xml'

/**
 * Whether the package holds a macro project, or a part whose content type says so. A type by default for an extension
 * that no part has says nothing: SheetJS, which many systems export with, writes one into every workbook.
 */
export function hasMacros(zip: ZipPackage): boolean {
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) return true
  const bytes = zip.find(contentTypes)
  if (bytes === undefined) return false
  const extensions = new Set(zip.names.map((name) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()))
  let found = false
  scanXml(bytes, contentTypes, {
    open({ local }, attributes) {
      if (!attributes['ContentType']?.includes('macroEnabled')) return
      found ||= local !== 'Default' || extensions.has((attributes['Extension'] ?? '').toLowerCase())
    },
    close: () => undefined,
    text: () => undefined,
  })
  return found
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
