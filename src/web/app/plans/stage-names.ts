/** Stages as they are typed: 立项、开工、主体; commas, arrows and spaces separate too. */
const separators = /[、，,→\s]+/

export function writeStageNames(names: readonly string[]): string {
  return names.join('、')
}

export function readStageNames(typed: string): string[] {
  return typed.split(separators).filter(Boolean)
}
