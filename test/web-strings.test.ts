import { describe, expect, it } from 'vitest'
import { en, zh } from '../src/web/locales/languages.ts'
import { readWebSources } from './support/web-source.ts'

type Wording = { readonly namespace: string; readonly key: string; readonly text: string }

const chinese = wordings(zh)
const english = wordings(en)
const sources = readWebSources()

function wordings(language: Readonly<Record<string, Readonly<Record<string, string>>>>): Wording[] {
  return Object.entries(language).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ namespace, key, text })),
  )
}

const plain = (key: string) => key.replace(/_(one|other)$/, '')
const addresses = (texts: readonly Wording[]) =>
  [...new Set(texts.map(({ namespace, key }) => `${namespace}:${plain(key)}`))].toSorted()
const variables = ({ text }: Wording) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted().join()

/** A source uses a key when it names the namespace and the key, or builds the key from its beginning ("kind_"). */
function isUsed({ namespace, key }: Wording): boolean {
  return sources.some(
    ({ strings, prefixes }) =>
      (namespace === 'common' || strings.has(namespace)) &&
      (strings.has(plain(key)) || prefixes.some((prefix) => /\w_$/.test(prefix) && key.startsWith(prefix))),
  )
}

describe('the wording', () => {
  it('has every key in both languages', () => {
    expect(addresses(english)).toEqual(addresses(chinese))
  })

  it('is all used', () => {
    expect(addresses(chinese.filter((wording) => !isUsed(wording)))).toEqual([])
  })

  it('has the plurals each language needs: one form in Chinese, two in English', () => {
    const ending = (texts: readonly Wording[], end: string) => texts.filter(({ key }) => key.endsWith(end))
    const plurals = addresses(ending(english, '_one'))
    expect(addresses(ending(chinese, '_one'))).toEqual([])
    expect(addresses(ending(english, '_other'))).toEqual(expect.arrayContaining(plurals))
    expect(addresses(ending(chinese, '_other'))).toEqual(expect.arrayContaining(plurals))
    expect(plurals).toEqual(
      expect.arrayContaining(addresses(english.filter(({ text }) => text.includes('{{count}}')))),
    )
  })

  it('fills in the same values in both languages', () => {
    const differing = chinese.filter((wording) => {
      const other = english.find(
        ({ namespace, key }) => namespace === wording.namespace && key === wording.key,
      )
      return other !== undefined && variables(other) !== variables(wording)
    })
    expect(differing).toEqual([])
  })

  // The product's seal, and the name of the language one can switch to.
  const namesInTheirOwnScript = ['common:wordmark', 'common:otherLanguage']

  it('is wholly English in English', () => {
    // Quoted words are the document's own.
    const leftOver = english.filter(({ text }) =>
      /\p{Script=Han}|[、。，；：？！（）]/u.test(text.replaceAll(/“[^”]*”/g, '')),
    )
    expect(addresses(leftOver)).toEqual(namesInTheirOwnScript.toSorted())
  })

  it('has Chinese punctuation in Chinese', () => {
    const halfWidth = /\p{Script=Han}[,;:?!()"']|[,;:?!()"']\p{Script=Han}/u
    expect(chinese.filter(({ text }) => halfWidth.test(text)).map(({ text }) => text)).toEqual([])
  })
})

describe('the sources', () => {
  it('hold no words of the screen in their markup', () => {
    const found = sources.flatMap(({ file, written }) =>
      written.filter((text) => /\p{L}/u.test(text)).map((text) => `${file}: ${text.trim()}`),
    )
    expect(found).toEqual([])
  })

  it('hold no Chinese in components', () => {
    const found = sources.flatMap(({ file, strings, prefixes }) =>
      file.endsWith('.tsx')
        ? [...strings, ...prefixes]
            .filter((text) => /\p{Script=Han}|[、。，；：？！（）]/u.test(text))
            .map((text) => `${file}: ${text}`)
        : [],
    )
    expect(found).toEqual([])
  })
})
