/**
 * XML as a stream of tags and text, with distrust: no document type (so no entities of its own and nothing fetched),
 * and no depth that ordinary documents do not have.
 */
import { SaxesParser } from 'saxes'
import { Problem } from '../../domain/problems/problem.ts'

/** Ten tables within each other need about 80 levels. */
const maxDepth = 200

/** An element's name: without its prefix, and the namespace that the prefix stands for ("" for none). */
export type XmlName = { readonly local: string; readonly uri: string }

/** Attributes by their names as written, prefix included. */
export type XmlAttributes = Readonly<Record<string, string>>

export type XmlHandler = {
  readonly open: (name: XmlName, attributes: XmlAttributes) => void
  readonly close: (name: XmlName) => void
  readonly text: (text: string) => void
}

/** Scans a part of a document. Throws Problem document.broken, naming the part. */
export function scanXml(bytes: Uint8Array, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const namespaces = new NamespaceScopes()
  parser.on('error', (cause) => {
    throw broken(part, cause)
  })
  parser.on('doctype', () => {
    throw broken(part)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (namespaces.enter(attributes) > maxDepth) throw broken(part)
    handler.open(namespaces.nameOf(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    handler.close(namespaces.nameOf(name))
    namespaces.leave()
  })
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  parser.write(decode(bytes, part)).close()
}

/** The value of an attribute by its local name, whatever its prefix. */
export function findAttribute(attributes: XmlAttributes, local: string): string | undefined {
  for (const name in attributes) {
    if (name === local || (name.endsWith(local) && name.at(-local.length - 1) === ':'))
      return attributes[name]
  }
  return undefined
}

/**
 * Namespaces in XML 1.0, for reading only. Documents declare nearly all at the root, so names are looked up once for
 * each stretch of the document with the same declarations: resolving every name and attribute takes a third of the time.
 */
class NamespaceScopes {
  readonly #outer: Scope[] = []
  #scope: Scope = { prefixes: new Map(), names: new Map(), depth: 0 }
  #depth = 0

  /** Returns the depth of the element entered. */
  enter(attributes: XmlAttributes): number {
    this.#depth++
    for (const name in attributes) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) this.#declare(name.slice(6), attributes[name] ?? '')
    }
    return this.#depth
  }

  leave(): void {
    if (this.#scope.depth === this.#depth) this.#scope = this.#outer.pop() ?? this.#scope
    this.#depth--
  }

  nameOf(written: string): XmlName {
    const { names, prefixes } = this.#scope
    const known = names.get(written)
    if (known !== undefined) return known
    const colon = written.indexOf(':')
    const prefix = colon === -1 ? '' : written.slice(0, colon)
    const name = { local: written.slice(colon + 1), uri: prefixes.get(prefix) ?? '' }
    names.set(written, name)
    return name
  }

  #declare(prefix: string, uri: string): void {
    if (this.#scope.depth !== this.#depth) {
      this.#outer.push(this.#scope)
      this.#scope = { prefixes: new Map(this.#scope.prefixes), names: new Map(), depth: this.#depth }
    }
    this.#scope.prefixes.set(prefix, uri)
  }
}

type Scope = {
  readonly prefixes: Map<string, string>
  readonly names: Map<string, XmlName>
  readonly depth: number
}

/** Office parts are UTF-8 or UTF-16 (ECMA-376 part 2, §8.2.1). */
function decode(bytes: Uint8Array, part: string): string {
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe
  const encoding = utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw broken(part, cause)
  }
}

function broken(part: string, cause?: unknown): Problem {
  return new Problem('document.broken', { part }, { cause })
}
