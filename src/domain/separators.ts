/** What stands between the names of a cell: punctuation, list marks and blanks; no letter and no digit. */
const separators = /^[\s、，,；;。./*＊★·•:：]*$/

export function isSeparator(text: string): boolean {
  return separators.test(text)
}
