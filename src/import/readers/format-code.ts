/** Format codes of spreadsheets taken apart: which section is for a value, and of what tokens it consists. */

export type FormatToken = { readonly kind: TokenKind; readonly text: string }

export type TokenKind =
  'literal' | 'general' | 'digit' | 'point' | 'comma' | 'percent' | 'date' | 'half-day' | 'none' | 'unknown'

/** Longer ones are no formats: Excel stops at 255 characters. */
const longestCode = 255

/** The first that fits where the last token ended. */
const tokens: readonly (readonly [RegExp, (text: string) => FormatToken])[] = [
  [/"([^"]*)"?/y, (text) => literal(text.replaceAll('"', ''))],
  [/[\\!](.)/uy, (text) => literal(text.slice(1))],
  [/[_*]./uy, () => ({ kind: 'none', text: '' })],
  [/\[\$([^\]-]*)[^\]]*\]/y, (text) => literal(/\[\$([^\]-]*)/.exec(text)?.[1] ?? '')],
  [/\[(h+|m+|s+)\]/iy, (text) => ({ kind: 'date', text: text.toLowerCase() })],
  [/\[[^\]]*\]/y, () => ({ kind: 'none', text: '' })],
  [/General|G\/通用格式|@/iy, (text) => ({ kind: 'general', text })],
  [/上午\/下午|AM\/PM|A\/P/iy, (text) => ({ kind: 'half-day', text })],
  [/y+|m+|d+|h+|s+|a{3,4}|e+(?![+-])/iy, (text) => ({ kind: 'date', text: text.toLowerCase() })],
  [/E[+-]|[0#?]\s*\/\s*[\d#?]/y, (text) => ({ kind: 'unknown', text })],
  [/[0#?]/y, (text) => ({ kind: 'digit', text })],
  [/\./y, (text) => ({ kind: 'point', text })],
  [/,/y, (text) => ({ kind: 'comma', text })],
  [/%/y, (text) => ({ kind: 'percent', text })],
  [/./suy, literal],
]

/** The tokens of the section that is for `value`; `ownSign` when it says itself how negative numbers look. */
export function parseFormat(code: string, value: number): { parts: FormatToken[]; ownSign: boolean } {
  if (code === '' || code.length > longestCode) return { parts: tokensOf('General'), ownSign: false }
  const { section, ownSign } = chooseSection(sectionsOf(code), value)
  return { parts: tokensOf(section), ownSign }
}

function literal(text: string): FormatToken {
  return { kind: 'literal', text }
}

function sectionsOf(code: string): string[] {
  // The system's long date, which is stored in its American form.
  if (code.startsWith('[$-F800]')) return ['yyyy"年"m"月"d"日"']
  return code.match(/(?:"[^"]*"?|[\\!_*].|\[[^\]]*\]|[^;])+|(?<=;|^)(?=;|$)/gsu) ?? ['General']
}

/** A section says whom it is for by a condition or by its position: positive, negative, zero, text. */
function chooseSection(sections: readonly string[], value: number): { section: string; ownSign: boolean } {
  const [first = 'General', second, third] = sections
  const conditions = sections.slice(0, 2).map(conditionOf)
  if (conditions.some((condition) => condition !== undefined)) {
    const index = conditions.findIndex((condition) => condition?.(value) === true)
    if (index !== -1) return { section: sections[index] ?? first, ownSign: false }
    return { section: conditions[1] === undefined ? (second ?? first) : (third ?? first), ownSign: false }
  }
  if (value < 0 && second !== undefined) return { section: second, ownSign: true }
  return { section: value === 0 && third !== undefined ? third : first, ownSign: false }
}

function conditionOf(section: string): ((value: number) => boolean) | undefined {
  const [, operator, number] = /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section) ?? []
  if (operator === undefined) return undefined
  const limit = Number(number)
  return (value) =>
    (operator.includes('<') && value < limit) ||
    (operator.includes('>') && value > limit) ||
    (operator.includes('=') && value === limit)
}

function tokensOf(section: string): FormatToken[] {
  const found: FormatToken[] = []
  for (let at = 0; at < section.length;) {
    const before = at
    for (const [pattern, make] of tokens) {
      pattern.lastIndex = at
      const text = pattern.exec(section)?.[0]
      if (text === undefined) continue
      found.push(make(text))
      at += text.length
      break
    }
    if (at === before) break
  }
  return found
}
