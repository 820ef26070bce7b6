/** Properties as Word 97 stores them: lists of changes, each a code and its operand (MS-DOC §2.2.5 and §2.6). */

export type Property = { readonly code: number; readonly operand: DataView }

export const code = {
  deleted: 0x0800,
  hidden: 0x083c,
  symbol: 0x6a09,
  inTable: 0x2416,
  rowEnd: 0x2417,
  tableDepth: 0x6649,
  innerRowEnd: 0x244c,
  elsewhere: 0x6646,
  elsewhereBefore2000: 0x6645,
  tableElsewhere: 0x646b,
  defineTable: 0xd608,
  mergeCells: 0x5624,
  mergeRows: 0xd62b,
} as const

const changeTabs = 0xc615

/** Lengths of operands by the code's highest three bits; 6 says its own. */
const operandLengths = [1, 1, 2, 4, 2, 2, 0, 3]

/** The changes of a list. One that is cut off, or is said to reach further than the list, ends it. */
export function* propertiesIn(list: DataView): Generator<Property> {
  let at = 0
  while (at + 3 <= list.byteLength) {
    const property = list.getUint16(at, true)
    const { start, length } = operandOf(list, property, at + 2)
    if (start + length > list.byteLength) return
    yield { code: property, operand: part(list, start, length) }
    at = start + length
  }
}

function operandOf(list: DataView, property: number, at: number): { start: number; length: number } {
  if (property === code.defineTable) {
    if (at + 2 > list.byteLength) return { start: at, length: Infinity }
    return { start: at + 2, length: Math.max(0, list.getUint16(at, true) - 1) }
  }
  const kind = property >> 13
  if (kind !== 6) return { start: at, length: operandLengths[kind] ?? 1 }
  const stated = list.getUint8(at)
  if (property === changeTabs && stated === 255) return { start: at + 1, length: tabsLength(list, at + 1) }
  return { start: at + 1, length: stated }
}

/** Tab stops taken out (a position and a tolerance each), then those put in (a position and a kind). */
function tabsLength(list: DataView, at: number): number {
  if (at >= list.byteLength) return Infinity
  const deleted = list.getUint8(at)
  const addedAt = at + 1 + 4 * deleted
  if (addedAt >= list.byteLength) return Infinity
  return 1 + 4 * deleted + 1 + 3 * list.getUint8(addedAt)
}

/** Whether a property that is on or off is on; 0x81 turns over what the style says, which is off. */
export function isOn(operand: DataView): boolean {
  const value = operand.getUint8(0)
  return value === 1 || value === 0x81
}

export function part(view: DataView, start: number, length: number): DataView {
  return new DataView(view.buffer, view.byteOffset + start, length)
}
