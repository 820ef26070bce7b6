import { describe, expect, it } from 'vitest'
import { RememberedAnswers } from './remembered-answers.ts'

/** Answers that say how often they were made. */
function counted(length = 0) {
  let made = 0
  return { make: async () => `${++made}${'x'.repeat(length)}`, times: () => made }
}

describe('remembered answers', () => {
  it('are made once as long as the facts stand, and again when one came', async () => {
    const answers = new RememberedAnswers()
    const { make } = counted()
    const say = async (since: string) => (await answers.get('table', since, make)).json.toString()
    expect([await say('7'), await say('7'), await say('8'), await say('8')]).toEqual(['1', '1', '2', '2'])
  })

  it('are made once for all who ask at the same time', async () => {
    const answers = new RememberedAnswers()
    const { make, times } = counted()
    await Promise.all(Array.from({ length: 10 }, () => answers.get('table', '7', make)))
    expect(times()).toBe(1)
  })

  it('are not kept where they failed', async () => {
    const answers = new RememberedAnswers()
    const fails = () => Promise.reject(new Error('no database'))
    await expect(answers.get('table', '7', fails)).rejects.toThrow('no database')
    expect((await answers.get('table', '7', counted().make)).json.toString()).toBe('1')
  })

  it('have a tag of what they say, not of when they were made', async () => {
    const answers = new RememberedAnswers()
    const tag = async (since: string, said: string) =>
      (await answers.get('table', since, async () => said)).tag
    const first = await tag('7', 'a')
    expect([await tag('8', 'a'), await tag('9', 'b')]).toEqual([first, expect.not.stringContaining(first)])
  })

  it('unzip to what they say', async () => {
    const { zipped, json } = await new RememberedAnswers().get('table', '7', async () => '民生实事')
    const { gunzipSync } = await import('node:zlib')
    expect(gunzipSync(await zipped())).toEqual(json)
  })

  it('that were not asked for longest go first when there are too many', async () => {
    const answers = new RememberedAnswers()
    const [a, b] = [counted(24 * 1024 * 1024), counted(24 * 1024 * 1024)]
    await answers.get('a', '7', a.make)
    await answers.get('b', '7', b.make)
    await answers.get('a', '7', a.make)
    // 24 + 24 + 24 > 64 MB: b is the longest unused.
    await answers.get('c', '7', counted(24 * 1024 * 1024).make)
    await answers.get('a', '7', a.make)
    await answers.get('b', '7', b.make)
    expect([a.times(), b.times()]).toEqual([1, 2])
  })
})
