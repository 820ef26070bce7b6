/**
 * What a file says of where it comes from: that a demonstration gave it out and its figures are made up (decision 37), or
 * nothing. The words stand in the file, the other in its name.
 */
import type { Language } from '../problems/problem.ts'

export type FileMark = { readonly words: string; readonly inName: string }

export const demonstrationMark: Readonly<Record<Language, FileMark>> = {
  zh: { words: '演示数据，数字均为虚构', inName: '（演示）' },
  en: { words: 'Demonstration: all figures are made up', inName: ' (demonstration)' },
}

export const noMark: FileMark = { words: '', inName: '' }

/** In Chinese for what the server makes; a chart is taken away in the language of its page. */
export function fileMarkOf({ isDemo }: { readonly isDemo: boolean }, language: Language): FileMark {
  return isDemo ? demonstrationMark[language] : noMark
}
