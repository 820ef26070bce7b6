import { expect, it } from 'vitest'
import { splitLeaders } from './split-leaders.ts'

it.each<[string, string, string[]]>([
  ['one a line', '王小明\n李华', ['王小明', '李华']],
  ['empty lines between', '王小明\n\n李华\n', ['王小明', '李华']],
  ['padded to three characters', '李  华', ['李华']],
  ['padded with a wide blank', '李　华\n王小明', ['李华', '王小明']],
  ['two padded names on a line', '李 华 王 强', ['李华', '王强']],
  ['a padded name before a full one', '李 华 王小明', ['李华', '王小明']],
  ['a name broken over lines', '李\n华', ['李华']],
  ['set apart by punctuation', '李华、王强，赵小云；周宁/吴江', ['李华', '王强', '赵小云', '周宁', '吴江']],
  ['set apart by blanks', '李华 王强', ['李华', '王强']],
  ['a post in brackets', '李华（常务、副市长）、王强', ['李华（常务、副市长）', '王强']],
  ['a name with a dot', '阿依古丽·买买提', ['阿依古丽·买买提']],
  ['nobody', '\n', []],
])('%s', (_, text, names) => {
  const pieces = splitLeaders(text)
  expect(pieces.map(({ name }) => name)).toEqual(names)
  for (const { name, start, end } of pieces) expect(text.slice(start, end).replaceAll(/\s/g, '')).toBe(name)
})
