/**
 * Saved web pages: .html as browsers, Word, Excel and LibreOffice write it, and .mht. The page's navigation stays in, as
 * paragraphs around the table; what the page hides is left out.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceDocument } from '../../domain/programme/source.ts'
import { decodeHtml } from './decode-html.ts'
import { readHtmlBlocks } from './html-blocks.ts'
import { isElement, parseHtml } from './html-tree.ts'
import { findPage, isMhtml } from './mhtml.ts'

const beforePage = /^(<\?xml[^>]*\?>|<!--[^]*?-->)\s*/i
/** Pages cut out of a system may begin anywhere within. */
const pageStart = /^<(!doctype\s+html|html|head|body|meta|title|table|div|p|style|center)[\s>/]/i
/** As far as is looked for the start of a page, behind a declaration and comments. */
const startWithin = 4096

/** Whether the bytes are a page, saved in either way. */
export function isHtml(bytes: Uint8Array): boolean {
  if (isMhtml(bytes)) return true
  let start = decodeHtml(bytes.subarray(0, startWithin)).trimStart()
  for (let skipped = ''; (skipped = beforePage.exec(start)?.[0] ?? '') !== '';)
    start = start.slice(skipped.length)
  return pageStart.test(start)
}

/** Throws Problem document.broken or document.too-complex. */
export function readHtml(bytes: Uint8Array): SourceDocument {
  const page = isMhtml(bytes) ? findPage(bytes) : { html: bytes, charset: undefined }
  if (page === undefined) throw new Problem('document.broken', { part: 'text/html' })
  const { childNodes } = parseHtml(decodeHtml(page.html, page.charset))
  const root = childNodes.find(isElement)
  return { format: 'html', blocks: root === undefined ? [] : readHtmlBlocks(root) }
}
