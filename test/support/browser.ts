import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../scripts/find-browser.ts'

/** A headless browser that talks to nobody but the page under test; the caller closes it. Throws when there is none. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined)
    throw new Error('No Chromium, Chrome or Edge: run `npm test`, or set CHROME_PATH')
  return chromium.launch({
    executablePath,
    // Without a locale Chromium knows no file name beyond ASCII.
    env: { ...process.env, LANG: 'C.UTF-8' },
    args: [
      '--no-sandbox', // containers run as root, where the sandbox refuses to start
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  })
}
