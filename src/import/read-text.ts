import type { SourceDocument } from '../domain/source.ts'
export function readText(text: string): SourceDocument {
  return { format: 'txt', blocks: [{ kind: 'paragraph', text }] }
}
