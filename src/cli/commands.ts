/** Every command there is. Each loads its code only when it runs, so that reading a file does not wait for a database. */
export type Command = {
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** How many words follow the name. */
  readonly arguments: number
  readonly run: (words: readonly string[]) => Promise<void>
}

export const commands: readonly Command[] = [
  {
    name: 'parse',
    usage: 'parse FILE',
    summary: '读取任务分解表，以 JSON 输出读到的内容。Print the programme read from a document as JSON.',
    arguments: 1,
    run: async ([file = '']) => (await import('./parse.ts')).parse(file),
  },
  {
    name: 'extract',
    usage: 'extract',
    summary:
      '从标准输入逐行读取任务内容，每行输出一个 JSON。Read task texts line by line, print one JSON a line.',
    arguments: 0,
    run: async () => (await import('./extract.ts')).extract(),
  },
  {
    name: 'create-tenant',
    usage: 'create-tenant CODE NAME',
    summary: '建立一个政府及其督查员和三员账号，打印初始密码。Create a government with its first accounts.',
    arguments: 2,
    run: async ([code = '', name = '']) => (await import('./create-tenant.ts')).createTenant(code, name),
  },
  {
    name: 'rebuild',
    usage: 'rebuild',
    summary:
      '按条目和填报重算台账合计与填报进展，列出不一致之处。Count ledgers and standings anew and print what differed.',
    arguments: 0,
    run: async () => (await import('./rebuild.ts')).rebuild(),
  },
  {
    name: 'history',
    usage: 'history',
    summary:
      '输出已结束年度各单位逐月的计划与审定数，供 npm run backtest 使用。Print past years as CSV for npm run backtest.',
    arguments: 0,
    run: async () => (await import('./history.ts')).history(),
  },
]
