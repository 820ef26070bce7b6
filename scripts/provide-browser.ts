import { spawnSync } from 'node:child_process'
import { canInstallPackages, installPackages } from './debian-packages.ts'
import { findBrowser } from './find-browser.ts'
import { Failure } from './progress.mjs'

/**
 * Makes sure that the end-to-end tests have a browser and, on Linux, a Chinese font to draw with.
 * Debian's root installs what is missing; elsewhere a missing browser is a `Failure`, a missing font a note.
 */
export async function provideBrowser(): Promise<void> {
  const missing = [
    ...(findBrowser() === undefined ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length === 0) return
  if (canInstallPackages()) await installPackages(missing)
  if (findBrowser() === undefined) {
    throw new Failure(
      '没有找到浏览器。请安装 Chromium、Chrome 或 Edge（Debian：sudo apt-get install chromium fonts-noto-cjk），或用环境变量 CHROME_PATH 指明它的位置。\n' +
        'No browser was found. Install Chromium, Chrome or Edge (Debian: sudo apt-get install chromium fonts-noto-cjk), or set CHROME_PATH to where it is.',
    )
  }
  if (!hasChineseFont()) {
    console.error(
      '  没有中文字体，截图中的汉字会是方框。No Chinese font: pictures will show boxes for characters.',
    )
  }
}

/** macOS and Windows come with Chinese fonts. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return Boolean(stdout)
}
