/** Somebody at the web app in a browser of their own. */
import type { Browser, Locator, Page } from 'playwright-core'
import type { Language } from '../../src/domain/problems/problem.ts'

export type Visit = {
  readonly page: Page
  /** Closes the browser. Rejects with what its pages or their consoles complained about. */
  readonly leave: () => Promise<void>
}

type VisitOptions = {
  /** Where the web app answers. */
  readonly site: string
  readonly width?: number
  readonly height?: number
  readonly language?: Language
  /** The sign-in name of a demonstration account. */
  readonly as?: string
}

export const wide = { width: 1440, height: 1000 }
export const phone = { width: 390, height: 844 }

export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { site, language = 'zh', as, ...size } = options
  const context = await browser.newContext({ viewport: { ...wide, ...size }, baseURL: site, locale: 'zh-CN' })
  await context.addInitScript(
    `localStorage.getItem('jiannuo.language') ?? localStorage.setItem('jiannuo.language', '${language}')`,
  )
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // The browser reports every refusal of the API; what the page makes of it is what the tests look at.
    const isRefusal =
      message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/')
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  if (as !== undefined) await signInThroughApi(page, site, as)
  const leave = async () => {
    await context.close()
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`)
  }
  return { page, leave }
}

async function signInThroughApi(page: Page, site: string, signInName: string): Promise<void> {
  const response = await page.request.post('/api/session', {
    data: { signInName, password: 'jiannuo-demo' },
    headers: { origin: site },
  })
  if (!response.ok()) throw new Error(`${signInName} could not sign in: ${await response.text()}`)
}

/** The address of the programme that comes with the demonstration, whatever other tests have adopted since. */
export async function demoProgramme(page: Page): Promise<string> {
  const programmes = (await (await page.request.get('/api/programmes')).json()) as {
    id: string
    adoptedAt: string
  }[]
  const [first] = programmes.toSorted((a, b) => a.adoptedAt.localeCompare(b.adoptedAt))
  if (!first) throw new Error('The demonstration has no programme')
  return `/programmes/${first.id}`
}

/** Follows the navigation of a programme: the kind of work, then the place. */
export async function goTo(page: Page, ...names: readonly string[]): Promise<void> {
  const navigation = page.getByRole('navigation', { name: '本年度各项工作' })
  for (const name of names) await navigation.getByRole('link', { name, exact: true }).click()
}

/** True once something is to be seen; rejects when it does not come. */
export async function appears(locator: Locator): Promise<boolean> {
  await locator.waitFor()
  return true
}
