/** What axe finds wrong with a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/**
 * One line per element at fault by the rules of WCAG 2.2 A and AA and of best practice; empty when nothing is. Of the page
 * when all it asked for has come: its heading is there before that.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(axe)
  const violations = await page.evaluate<Violation[]>(
    'axe.run(document).then((results) => results.violations)',
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)} — ${failureSummary ?? ''}`),
  )
}
