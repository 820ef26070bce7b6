/**
 * What a file says of where it comes from: that a demonstration gave it out and its figures are made up (decision 37), or
 * nothing. The words stand in the file, the other in its name.
 */
export type FileMark = { readonly words: string; readonly inName: string }

/** In Chinese for what the server makes; charts are taken away in the language of the page. */
export const demonstrationMark = {
  zh: { words: '演示数据，数字均为虚构', inName: '（演示）' },
  en: { words: 'Demonstration: all figures are made up', inName: ' (demonstration)' },
} as const satisfies Readonly<Record<'zh' | 'en', FileMark>>

export const noMark: FileMark = { words: '', inName: '' }
