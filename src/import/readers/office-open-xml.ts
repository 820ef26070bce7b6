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

/**
 * Whether the package holds a macro project, or its main part is said to have one (.xlsm, .docm). What the content types
 * say of parts that are not there counts for nothing: some libraries list every type they know.
 */
export function hasMacros(zip: ZipPackage, main: string): boolean {
  return (
    zip.names.some((name) => /vbaProject\.bin$/i.test(name)) ||
    relationshipsOf(zip, main).some(({ type }) => type === 'vbaProject') ||
    contentTypeOf(zip, main).includes('macroEnabled')
  )
}

/** What is said of the part itself, or else of its extension (ECMA-376 part 2, media types); '' when nothing is. */
function contentTypeOf(zip: ZipPackage, part: string): string {
  const name = '[Content_Types].xml'
  const ownPart = `/${part}`.toLowerCase()
  const ownExtension = part.slice(part.lastIndexOf('.') + 1).toLowerCase()
  let own = ''
  let usual = ''
  scanXml(zip.find(name) ?? new TextEncoder().encode('<Types/>'), name, {
    open({ local }, attributes) {
      const type = attributes['ContentType'] ?? ''
      if (local === 'Override' && attributes['PartName']?.toLowerCase() === ownPart) own = type
      if (local === 'Default' && attributes['Extension']?.toLowerCase() === ownExtension) usual = type
    },
    close: () => undefined,
    text: () => undefined,
  })
  return own === '' ? usual : own
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
