/** Word's .docx: the body in reading order, then foot- and endnotes. Headers and footers repeat and are not read. */
import { Problem } from '../domain/problem.ts'
import type { SourceDocument } from '../domain/source.ts'
import { scanXml } from './scan-xml.ts'
import { readWordprocessingBlocks } from './wordprocessing-blocks.ts'
import type { ZipPackage } from './zip-package.ts'

const noteParts = ['footnotes.xml', 'endnotes.xml']

/**
 * The name of the main part of a WordprocessingML package, undefined when the package is something else.
 * The package's relationships name it (ECMA-376 part 2, §6.5); "word/document.xml" is only a habit.
 */
export function findWordDocument(zip: ZipPackage): string | undefined {
  const relationships = zip.find('_rels/.rels')
  let main: string | undefined = 'word/document.xml'
  if (relationships !== undefined) {
    scanXml(relationships, '_rels/.rels', {
      open(_, attributes) {
        const type = attributes['Type']
        if (type?.endsWith('/officeDocument') === true) main = attributes['Target']?.replace(/^\//, '')
      },
      close: () => undefined,
      text: () => undefined,
    })
  }
  if (!zip.names.includes(main) || !main.startsWith('word/')) return undefined
  return main
}

/** Throws Problem document.macros, document.broken or document.expands-too-far. */
export function readDocx(zip: ZipPackage, main: string): SourceDocument {
  if (hasMacros(zip)) throw new Problem('document.macros', {})
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const blocks = [main, ...noteParts.map((name) => folder + name)].flatMap((part) => {
    const bytes = zip.find(part)
    return bytes === undefined ? [] : readWordprocessingBlocks(bytes, part)
  })
  return { format: 'docx', blocks }
}

function hasMacros(zip: ZipPackage): boolean {
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) return true
  const types = zip.find('[Content_Types].xml')
  return types !== undefined && new TextDecoder().decode(types).includes('macroEnabled')
}
