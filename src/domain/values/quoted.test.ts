import { expect, it } from 'vitest'
import { quoted } from './quoted.ts'

it.each([
  ['打通断头路11条', '“打通断头路11条”'],
  ['“打通断头路11条”进度滞后', '“‘打通断头路11条’进度滞后”'],
  ['建设“两个中心”和“三个平台”', '“建设‘两个中心’和‘三个平台’”'],
  ['', '“”'],
])('%s is quoted as %s', (words, expected) => {
  expect(quoted(words)).toBe(expected)
})
