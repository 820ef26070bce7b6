/**
 * A mark at the head of every page of a Word document, whoever made it: in every header it has, and in a new one for the
 * kinds of page that its first section has none for; later sections take that over (ECMA-376 part 1, §17.10.5). It stands in
 * a frame near the edge of the paper, so that nothing on the page moves for it.
 */
import { strFromU8, strToU8 } from 'fflate'
import type { FileMark } from '../domain/values/file-mark.ts'
import { documentFonts } from './document-fonts.ts'

/** An unpacked package by the names of its parts. */
export type PackageParts = Readonly<Record<string, Uint8Array>>

const documentPart = 'word/document.xml'
const linksPart = 'word/_rels/document.xml.rels'
const typesPart = '[Content_Types].xml'
const newHeader = 'header-of-mark.xml'
const newLink = 'rIdOfMark'
const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A document is of either edition, and says so by its namespaces. */
const transitional = {
  main: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  links: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const strict = {
  main: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  links: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}

export function markDocx(parts: PackageParts, { words }: FileMark): PackageParts {
  if (words === '') return parts
  const textOf = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const document = textOf(documentPart)
  const links = textOf(linksPart) || `<Relationships xmlns="${packageLinks}"></Relationships>`
  const edition = document.includes(`"${strict.main}"`) ? strict : transitional
  const headers = headersIn(links).filter((name) => parts[name] !== undefined)
  const changed: Record<string, string> = {
    ...Object.fromEntries(headers.map((name) => [name, withMark(textOf(name), words)])),
    [`word/${newHeader}`]: withMark(`<w:hdr xmlns:w="${edition.main}"/>`, words),
    [documentPart]: withReferences(document, edition.links),
    [linksPart]: withinEnd(
      links,
      `<Relationship Id="${newLink}" Type="${edition.links}/header" Target="${newHeader}"/>`,
    ),
    [typesPart]: withinEnd(
      textOf(typesPart),
      `<Override PartName="/word/${newHeader}" ContentType="${headerType}"/>`,
    ),
  }
  return {
    ...parts,
    ...Object.fromEntries(Object.entries(changed).map(([name, text]) => [name, strToU8(text)])),
  }
}

function headersIn(links: string): readonly string[] {
  return [...links.matchAll(/<Relationship\s[^>]*>/gu)].flatMap(([link]) => {
    const target = /\bTarget="([^"]+)"/u.exec(link)?.[1]
    if (target === undefined || !/\bType="[^"]+\/header"/u.test(link)) return []
    return target.startsWith('/') ? target.slice(1) : `word/${target}`
  })
}

/** A frame belongs to the paragraph after it: after the tables a header may begin with, or else one that takes no room. */
function withMark(header: string, words: string): string {
  return header.replace(
    /(<w:hdr(?=[\s>/])[^>]*?)(\/?)>((?:\s*<w:tbl>(?:(?!<w:tbl>).)*?<\/w:tbl>)*)(\s*<w:p(?=[\s>/]))?/su,
    (_, open: string, isEmpty: string, tables: string, paragraph: string | undefined) =>
      `${open}>${tables}${framed(words)}${paragraph ?? nothing}${isEmpty === '' ? '' : '</w:hdr>'}`,
  )
}

const nothing = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'

/** In twips: 6 mm below the edge of the paper, above what headers hold; wide enough for the words in 小四 (24 half-points). */
function framed(words: string): string {
  const frame =
    '<w:framePr w:w="6000" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:xAlign="center" w:y="340"/>'
  const spacing =
    '<w:spacing w:before="0" w:after="0" w:line="280" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>'
  const font = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${documentFonts.heading1}" w:hint="eastAsia"/>`
  const look = `${font}<w:color w:val="C00000"/><w:sz w:val="24"/>`
  return `<w:p><w:pPr>${frame}${spacing}<w:jc w:val="center"/></w:pPr><w:r><w:rPr>${look}</w:rPr><w:t>${words}</w:t></w:r></w:p>`
}

/** References come first in a section, and a section may be empty or not stated at all. */
function withReferences(document: string, links: string): string {
  const [section] = /<w:sectPr(?=[\s>/])[^>]*?(?:\/>|>.*?<\/w:sectPr>)/su.exec(document) ?? []
  const references = ['default', 'first', 'even']
    .filter((type) => !section?.match(new RegExp(`<w:headerReference\\s[^>]*w:type="${type}"`, 'u')))
    .map((type) => `<w:headerReference xmlns:r="${links}" w:type="${type}" r:id="${newLink}"/>`)
    .join('')
  if (section === undefined)
    return document.replace('</w:body>', () => `<w:sectPr>${references}</w:sectPr></w:body>`)
  return document.replace(section, () =>
    section.replace(
      /^([^>]*?)(\/?)>/u,
      (_, open: string, isEmpty: string) => `${open}>${references}${isEmpty === '' ? '' : '</w:sectPr>'}`,
    ),
  )
}

function withinEnd(part: string, element: string): string {
  return part.replace(/<\/(?:Relationships|Types)>\s*$/u, (end) => `${element}${end}`)
}
