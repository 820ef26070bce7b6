import { findOffice } from '../src/external/pdf-writer.ts'
import { canInstallPackages, installPackages } from './debian-packages.ts'
import { Failure } from './progress.mjs'

/** LibreOffice's program: SOFFICE_PATH when set, else `soffice` on the PATH. */
export function officeOfTests(): string | undefined {
  return findOffice(process.env['SOFFICE_PATH'], process.env['PATH'] ?? '')
}

/**
 * Makes sure that the tests of papers have a LibreOffice to print them with. Debian's root installs it (some 310 MB);
 * elsewhere a missing one is a `Failure`: a check that could not run has failed.
 */
export async function provideOffice(): Promise<void> {
  if (officeOfTests() !== undefined) return
  if (canInstallPackages()) await installPackages(['libreoffice-writer-nogui', 'libreoffice-calc-nogui'])
  if (officeOfTests() !== undefined) return
  throw new Failure(
    '没有找到 LibreOffice，不能检查文书的版式。请安装（Debian：sudo apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui），或用环境变量 SOFFICE_PATH 指明 soffice 的位置。\n' +
      'LibreOffice was not found, so papers cannot be checked as printed. Install it (Debian: sudo apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui), or set SOFFICE_PATH to where soffice is.',
  )
}
