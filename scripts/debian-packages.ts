import { existsSync } from 'node:fs'
import { runQuietly, step } from './progress.mjs'

/** Whether this is Debian (or of its family) and we may install for it. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs Debian packages, without questions and without what is only recommended. */
export async function installPackages(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const names = packages.join(' ')
  await step(`安装 ${names}`, `Installing ${names}`, async () => {
    await runQuietly('apt-get', ['update', '-q'], { env })
    await runQuietly('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], { env })
  })
}
