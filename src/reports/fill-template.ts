/**
 * A government's own Word template filled: fields between {{ and }} in the text, the headers and footers; Word may have
 * split a field over several runs of text, whose first keeps its look. Only text changes, nothing else of the document.
 */
import { strFromU8, strToU8 } from 'fflate'
import { bodyField, checkFields, rowFields, type TemplateValues } from '../domain/papers/template-fields.ts'
import { Problem } from '../domain/problems/problem.ts'
import type { FileMark } from '../domain/values/file-mark.ts'
import { markDocx, type PackageParts } from './mark-docx.ts'
import { packed } from './stable-package.ts'

const filledParts = /^word\/(document|header\d*|footer\d*)\.xml$/u
const paragraphs = /<w:p(?=[\s>])(?:(?!<w:p[\s>]).)*?<\/w:p>/gsu
const tableRows = /<w:tr(?=[\s>])(?:(?!<w:tr[\s>]).)*?<\/w:tr>/gsu
const texts = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu
const fields = /\{\{\s*([^{}]*?)\s*\}\}/gu

/** Throws Problem 'template.unknown-field', 'template.no-fields' or 'document.broken'. */
export function checkTemplate(parts: PackageParts): void {
  if (!parts['word/document.xml']) throw new Problem('document.broken', { part: 'word/document.xml' })
  const names = partNames(parts).flatMap((name) =>
    [...textOf(parts[name]).matchAll(paragraphs)].flatMap(([paragraph]) => fieldsIn(plainText(paragraph))),
  )
  checkFields(names)
  if (names.length === 0) throw new Problem('template.no-fields', {})
}

/** The bytes of a .docx; the same template, values and mark give the same bytes. */
export function fillTemplate(parts: PackageParts, values: TemplateValues, mark: FileMark): Uint8Array {
  const filled = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [
      name,
      filledParts.test(name) ? strToU8(fillPart(textOf(bytes), values)) : bytes,
    ]),
  )
  return packed(markDocx(filled, mark))
}

function partNames(parts: PackageParts): readonly string[] {
  return Object.keys(parts).filter((name) => filledParts.test(name))
}

function textOf(part: Uint8Array | undefined): string {
  return part === undefined ? '' : strFromU8(part)
}

function fieldsIn(text: string): readonly string[] {
  return [...text.matchAll(fields)].map(([, name = '']) => name)
}

function fillPart(xml: string, { fields: own, body, rows }: TemplateValues): string {
  const isRow = (text: string) =>
    fieldsIn(text).some((name) => (rowFields as readonly string[]).includes(name))
  return xml
    .replaceAll(tableRows, (row) =>
      isRow(plainText(row)) ? rows.map((values) => fillParagraphs(row, { ...own, ...values })).join('') : row,
    )
    .replaceAll(paragraphs, (paragraph) =>
      fieldsIn(plainText(paragraph)).includes(bodyField)
        ? body.map((text) => fillParagraph(paragraph, { ...own, [bodyField]: text })).join('')
        : fillParagraph(paragraph, own),
    )
}

function fillParagraphs(xml: string, values: Readonly<Record<string, string>>): string {
  return xml.replaceAll(paragraphs, (paragraph) => fillParagraph(paragraph, values))
}

/** The first run with a part of a field takes its value; what the others held of it goes. */
function fillParagraph(paragraph: string, values: Readonly<Record<string, string>>): string {
  const whole = plainText(paragraph)
  const found = [...whole.matchAll(fields)].filter(([, name = '']) => name in values)
  if (found.length === 0) return paragraph
  let at = 0
  return paragraph.replaceAll(texts, (_, escapedText: string) => {
    const text = unescaped(escapedText)
    const [from, to] = [at, at + text.length]
    at = to
    let out = ''
    let next = from
    for (const { index, 0: field, 1: name = '' } of found) {
      const end = index + field.length
      if (end <= from || index >= to) continue
      out += whole.slice(next, Math.max(next, index))
      if (index >= from) out += values[name] ?? ''
      next = Math.max(next, Math.min(end, to))
    }
    return runText(out + whole.slice(next, to))
  })
}

/** Lines of a value are lines of the paragraph. */
function runText(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')
}

function plainText(xml: string): string {
  return [...xml.matchAll(texts)].map(([, text = '']) => unescaped(text)).join('')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
