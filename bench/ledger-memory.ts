/**
 * The memory of a process that does nothing but load a workbook: the same for ten times the rows is what streaming means.
 * Its heap is held to 64 MB, as a runtime with room takes it before it collects.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { clear, type Setting } from './ledger-setting.ts'
import { writeWorkbook } from './ledger-workbook.ts'

export async function benchLoadMemory(setting: Setting): Promise<void> {
  const few = await peakOf(setting, 10_000)
  const many = await peakOf(setting, 100_000)
  console.log(
    `  导入内存 peak memory of the process that loads: ${few} MB at 10,000 rows, ${many} MB at 100,000: ${(many / few).toFixed(2)} ×`,
  )
}

async function peakOf(setting: Setting, rows: number): Promise<number> {
  const { superuser, folder, db: _, ...plain } = setting
  await clear(superuser)
  const file = await writeWorkbook(folder, rows)
  const asked = JSON.stringify({ ...plain, file: { ...file, sha256: file.sha256.toString('hex') } })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=64', '--max-semi-space-size=4', join(import.meta.dirname, 'load-alone.ts'), asked],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return Math.round(Number(stdout) / 1024)
}
