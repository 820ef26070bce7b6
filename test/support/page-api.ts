/** The API, asked as whoever is signed in on a page. */
import type { Page } from 'playwright-core'

export async function readApi(page: Page, path: string) {
  const answer = await page.request.get(`/api${path}`)
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

export async function sendApi(page: Page, site: string, path: string, data: unknown) {
  const answer = await page.request.post(`/api${path}`, { data, headers: { origin: site } })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}
