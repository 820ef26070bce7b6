import { readConfig } from '../config.ts'
import type { KnownCell } from '../domain/forecast/learning/known-cell.ts'
import { monthsOfYear } from '../domain/values/month.ts'
import { openInstallation } from '../services/installation/installation.ts'
import { tenantIdOf } from '../services/installation/tenants.ts'
import { listEndedYears } from '../services/oversight/past-years.ts'

const head = 'year,indicator,unit,project,ledger,comparator,month,plan,approved,target,deadline'

/**
 * The years that are over, one line a cell and month, in the columns that `npm run backtest -- FILE.csv` reads
 * (bench/history-file.ts). Ids instead of names: nothing in it needs quoting, and it says nothing of anybody.
 */
export async function history(): Promise<void> {
  const config = readConfig()
  const installation = await openInstallation({ ...config, log: (line) => process.stderr.write(`${line}\n`) })
  try {
    const ctx = {
      db: installation.db,
      tenantId: tenantIdOf(config.tenantCode),
      person: null,
      now: new Date(),
    }
    process.stdout.write(`${head}\n`)
    for (const { year, cells } of await listEndedYears(ctx))
      for (const cell of cells) process.stdout.write(linesOf(year, cell))
  } finally {
    await installation.close()
  }
}

function linesOf(year: number, cell: KnownCell): string {
  const { indicatorId, unitId, projectId, ledger, comparator, target, deadline, plan, reports } = cell
  const limit = comparator === 'lte' ? 'lte' : 'gte'
  return monthsOfYear(year)
    .map((month) => {
      const planned = plan.findLast((point) => point.month <= month)?.value ?? '0'
      const approved = reports.find((report) => report.month === month)?.value ?? ''
      const fields = [year, indicatorId, unitId, projectId ?? '', ledger, limit, Number(month.slice(5, 7))]
      return `${[...fields, planned, approved, target, deadline ?? ''].join(',')}\n`
    })
    .join('')
}
