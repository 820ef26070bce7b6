/** What papers say, drafted from a frozen month made by hand. */
import { describe, expect, it } from 'vitest'
import { draftPaper } from '../../src/domain/papers/draft-paper.ts'
import { monthlyTable } from '../../src/domain/papers/monthly-table.ts'
import { paperBlocks, widthInCharacters } from '../../src/domain/papers/official-paper.ts'
import { numberWords, officialPaper } from '../../src/domain/papers/paper.ts'
import type { PostId } from '../../src/domain/values/ids.ts'
import { plainDate } from '../../src/domain/values/plain-date.ts'
import { leaderPost, madeSnapshot } from '../support/frozen-snapshot.ts'

const snapshot = madeSnapshot([
  { name: '新增普惠托班', level: 'reached', was: 'on-plan', done: '100', doneBefore: '76' },
  { name: '新增学位', level: 'on-plan', was: 'behind', done: '80', doneBefore: '50' },
  {
    name: '改造老旧小区',
    level: 'behind',
    was: 'on-plan',
    done: '70',
    doneBefore: '70',
    problem: '雨季停工。',
    nextStep: '增加班组',
  },
  {
    name: '新增停车泊位',
    level: 'far-behind',
    was: 'far-behind',
    done: '30',
    doneBefore: '20',
    missing: true,
  },
  { name: '建成口袋公园', level: 'not-due', was: 'not-due', done: '0' },
])
const bulletin = draftPaper({ kind: 'bulletin', leaderPostId: null }, snapshot, '市政府督查室')
const brief = (of: typeof snapshot) =>
  draftPaper({ kind: 'leader-brief', leaderPostId: leaderPost }, of, '市政府督查室')

describe('the bulletin', () => {
  it('counts what is kept and what lags of what is due, and what became better and worse', () => {
    expect(bulletin.title).toBe('关于青溪市2023年民生实事项目10月份推进情况的通报')
    // Five promises, one of them not due: two of four kept.
    expect(bulletin.body).toContain('未到时点1项、已达目标1项、达序时1项、滞后1项、严重滞后1项。')
    expect(bulletin.body).toContain('到期的4项中，达到序时进度的2项，占50%；滞后的2项，占50%。')
    // The second was made up, the third fell behind. From on plan to reached is no change: neither lags.
    expect(bulletin.body).toContain('与9月公布的情况相比，好转1项、变差1项。')
    expect(bulletin.body).toContain('按项目看，1个项目没有滞后；滞后较多的有第1项工程（2项）。')
  })

  it('names what lags, the worst first, with its figures and the units’ own reason and measure', () => {
    const lines = bulletin.body.split('\n')
    const at = lines.indexOf('三、滞后的承诺及原因')
    expect(lines.slice(at + 1, at + 3)).toEqual([
      '1. 新增停车泊位（市教育局牵头，严重滞后）。10月底应完成80%（80个），实际30%（30个），差50个百分点。',
      '2. 改造老旧小区（市教育局牵头，滞后）。10月底应完成80%（80个），实际70%（70个），差10个百分点。原因：武进区雨季停工。措施：武进区增加班组。',
    ])
    expect(bulletin.body).toContain('武进区10月份尚有数据没有审定')
  })

  it('says so where nothing lags and where there is no month to compare with', () => {
    const calm = draftPaper(
      { kind: 'bulletin', leaderPostId: null },
      madeSnapshot([{ name: '新增学位', level: 'on-plan', done: '80' }]),
      '市政府督查室',
    )
    expect(calm.body).toContain('按项目看，全部项目达到序时进度。')
    expect(calm.body).toContain('没有滞后的承诺。')
    expect(calm.body).not.toContain('相比')
    // Headings are numbered without a gap.
    expect(calm.body.match(/^[一二三四五]、/gmu)).toEqual(['一、', '二、', '三、'])
  })
})

describe('what is closed', () => {
  const closed = madeSnapshot([
    { name: '新增学位', level: 'on-plan', was: 'behind', done: '80' },
    { name: '改造老旧小区', level: 'behind', was: 'on-plan', done: '70', closedOn: plainDate(2023, 11, 3) },
    { name: '新增停车泊位', level: 'far-behind', was: 'far-behind', done: '30' },
  ])

  it('is told apart: it neither lags nor became worse, and nothing is asked of it', () => {
    const { body } = draftPaper({ kind: 'bulletin', leaderPostId: null }, closed, '市政府督查室')
    expect(body).toContain('达序时1项、严重滞后1项、已销号1项。')
    // One of three is behind: 2/3 are 66.7 %.
    expect(body).toContain('到期的3项中，达到序时进度的2项，占66.7%；滞后的1项，占33.3%。')
    expect(body).toContain('好转1项、变差0项。')
    expect(body).not.toContain('改造老旧小区')
    expect(brief(closed).body).toContain('没有变差的承诺。')
  })

  it('is said to be so in the monthly table, with its day', () => {
    const words = monthlyTable(closed).grid.rows.map((row) => row.at(-1)?.lines)
    expect(words[1]).toEqual(['11月3日已销号。'])
  })
})

describe('the brief for a leader', () => {
  it('holds my promises, what became worse, and what is asked of me', () => {
    expect(brief(snapshot)).toMatchObject({ title: '李林同志分管民生实事10月份情况', addressee: '' })
    expect(brief(snapshot).body.split('\n')).toEqual([
      '一、我分管的承诺',
      '分管任务5项、承诺5项：未到时点1项、已达目标1项、达序时1项、滞后1项、严重滞后1项。',
      '二、与上月相比',
      '变差1项：改造老旧小区由达序时变为滞后。',
      '三、请予协调',
      '1. 新增停车泊位（市教育局）：10月底应完成80%（80个），实际30%（30个），差50个百分点。',
      '2. 改造老旧小区（市教育局）：10月底应完成80%（80个），实际70%（70个），差10个百分点。武进区拟增加班组。',
    ])
  })

  it('stops where its page is full and counts the rest', () => {
    const late = Array.from({ length: 40 }, (_, index) => ({
      name: `新增第${index + 1}类便民服务点`,
      level: 'behind' as const,
      done: '60',
    }))
    const { body } = brief(madeSnapshot(late))
    const named = body.match(/^\d+\. /gmu)?.length ?? 0
    expect(named).toBeGreaterThan(1)
    expect(body).toContain(`另有${40 - named}项滞后的承诺，详见本月月报。`)
  })

  it('is refused for somebody whom the table does not name', () => {
    expect(() => draftPaper({ kind: 'leader-brief', leaderPostId: 'other' as PostId }, snapshot, '')).toThrow(
      /没有这位分管领导/,
    )
  })
})

it('a month frozen without lights is nothing to draft from', () => {
  expect(() =>
    draftPaper({ kind: 'bulletin', leaderPostId: null }, { ...snapshot, lights: [] }, '市政府督查室'),
  ).toThrow(/没有亮灯/)
})

it('the report of the year tells every project with the figures of its promises', () => {
  const { body, title } = draftPaper({ kind: 'annual-report', leaderPostId: null }, snapshot, '市政府督查室')
  expect(title).toBe('关于青溪市2023年民生实事项目完成情况的报告')
  expect(body).toContain('（一）第1项工程\n承诺4项，')
  expect(body).toContain('新增普惠托班：累计100个，完成100%；新增学位：累计80个，完成80%；')
  expect(body).toContain('（二）第2项工程\n承诺1项，未到时点1项。')
})

it('the monthly table has a row a task, both months beside each other, and why it is not on plan', () => {
  const { title, grid } = monthlyTable(snapshot)
  expect(title).toBe('青溪市2023年民生实事项目10月份推进情况表')
  expect(grid.rows.map((row) => row[1]?.rowSpan ?? 'above')).toEqual([4, 'above', 'above', 'above', 1])
  const last = (row: number) => grid.rows[row]?.slice(6).map((cell) => cell?.lines.join('|'))
  expect(last(1)).toEqual(['累计50个，完成50%', '累计80个，完成80%', '是', ''])
  expect(last(2)).toEqual([
    '累计70个，完成70%',
    '累计70个，完成70%',
    '否',
    '10月底应完成80%（80个），实际70%（70个），差10个百分点。原因：武进区雨季停工。措施：武进区增加班组。',
  ])
  expect(last(3)?.[3]).toContain('本月未审定：武进区。')
  expect(last(4)?.[2]).toBe('未到时点')
})

describe('what is typed', () => {
  it.each([
    ['一、总体情况', { kind: 'heading', level: 1 }],
    ['（二）存在问题', { kind: 'heading', level: 2 }],
    ['3. 新增学位', { kind: 'heading', level: 3 }],
    ['  十一、空格在前', { kind: 'heading', level: 1 }],
    ['现将情况通报如下：', { kind: 'paragraph' }],
    // Longer than a line of 28 characters: a sentence that begins with its number.
    [`1. ${'很'.repeat(28)}长`, { kind: 'paragraph' }],
    ['2023年起实施。', { kind: 'paragraph' }],
  ])('“%s” is printed as %o', (line, expected) => {
    expect(paperBlocks(`\n${line}\n\n`)).toEqual([{ text: line.trim(), ...expected }])
  })

  it.each([
    ['通报', 2],
    ['2023年', 3],
    ['（一）', 3],
  ])('“%s” is %d characters wide', (text, width) => {
    expect(widthInCharacters(text)).toBe(width)
  })
})

it('numbers are printed as their series has it, and left open in a draft', () => {
  const number = { year: 2023, no: 7, date: '2023年11月10日' }
  expect(numberWords('bulletin', number)).toBe('第7期')
  expect(numberWords('annual-report', number)).toBe('〔2023〕7号')
  expect(officialPaper('bulletin', bulletin, snapshot, null).head).toMatchObject({
    number: '第×期',
    line: ['市政府督查室', '××××年×月×日'],
  })
})
