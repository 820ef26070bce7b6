/** All parts of a Word document, read with the same distrust as one that is imported. */
import { Problem } from '../../domain/problems/problem.ts'
import { findMainPart, hasMacros } from './office-open-xml.ts'
import { openZipPackage } from './zip-package.ts'

/** Throws Problem 'document.broken', 'document.encrypted', 'document.macros' or 'document.expands-too-far'. */
export function unpackDocx(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const zip = openZipPackage(bytes)
  const main = findMainPart(zip)
  if (main !== undefined && hasMacros(zip, main)) throw new Problem('document.macros', {})
  return Object.fromEntries(
    zip.names.flatMap((name) => {
      const part = name.endsWith('/') ? undefined : zip.find(name)
      return part ? [[name, part] as const] : []
    }),
  )
}
