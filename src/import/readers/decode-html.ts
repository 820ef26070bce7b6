/** The text of a saved web page, whatever its encoding is said to be. */
import { decodeText } from './decode-text.ts'

/** Browsers look for the declaration in the first kilobyte; pages with scripts before it are met too. */
const declarationWithin = 8192

/**
 * Strict decoding decides first: bytes that are valid UTF-8 are UTF-8, though the page may still declare the GB2312 it
 * was served in. Pages with a few broken bytes are read as declared, those bytes as U+FFFD.
 */
export function decodeHtml(bytes: Uint8Array, declared?: string): string {
  return decodeText(bytes) ?? decodeLeniently(bytes, declared ?? declaredIn(bytes))
}

function declaredIn(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationWithin))
  return /<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? 'utf-8'
}

function decodeLeniently(bytes: Uint8Array, label: string): string {
  const encoding = /^gb/i.test(label) ? 'gb18030' : label
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes) // no encoding that anyone knows
  }
}
