// Brings what a fresh clone lacks: the dependencies, and among them the Node this project is written for.
// Plain JavaScript without dependencies: it runs in whatever Node the system has, 18 or newer.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure, runQuietly, step } from './progress.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const NODE = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** @typedef {Record<string, { version: string, integrity?: string, optional?: boolean }>} Packages */

/**
 * Returns once the dependencies are there and this process runs in the project's Node.
 * In any other Node it runs the same command line again in the right one, and ends with its exit code.
 */
export async function underOwnNode() {
  if (!isInstalled()) await install()
  /** @type {{ dependencies: { node: string } }} */
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const version = dependencies.node
  if (process.versions.node === version) return
  if (versionOf(NODE) === version) await runAgainIn(NODE)
  // A system for which no such build exists can still do, if its own Node is new enough.
  if (parseInt(process.versions.node, 10) >= parseInt(version, 10)) return
  throw new Failure(
    `node_modules 里没有可用的 Node ${version}（当前是 ${process.versions.node}）。可能是 npm 的 ignore-scripts 设置拦住了安装脚本，` +
      `请运行 npm rebuild node --ignore-scripts=false 后重试；或自行安装 Node ${version}。\n` +
      `There is no working Node ${version} in node_modules (this is ${process.versions.node}). Perhaps npm's ignore-scripts ` +
      `setting kept its install script from running: run npm rebuild node --ignore-scripts=false, or install Node ${version} yourself.`,
  )
}

/**
 * The packages a lock file lists; nothing when there is no such file.
 * @param {string} lockFile
 * @returns {Packages}
 */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(join(ROOT, lockFile), 'utf8')).packages
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

/**
 * npm writes the lock file inside node_modules as the last act of an install, so that it tells a whole
 * installation from an interrupted or outdated one. Packages for other platforms are optional and left out.
 */
function isInstalled() {
  const locked = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.entries(locked).every(
    ([path, { integrity, optional }]) =>
      path === '' || (present[path] ? present[path].integrity === integrity : optional),
  )
}

async function install() {
  // The npm that called us and its Node, not the Node in the node_modules about to be replaced.
  const { npm_node_execpath: node, npm_execpath: npm } = process.env
  // The web app is built with development dependencies, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--loglevel=error']
  const work = () =>
    node && npm
      ? runQuietly(node, [npm, ...args], { cwd: ROOT })
      : runQuietly('npm', args, { cwd: ROOT, shell: process.platform === 'win32' })
  try {
    await step('安装依赖（首次约一分钟）', 'Installing dependencies (about a minute)', work)
  } catch (error) {
    throw new Failure(
      `${error instanceof Error ? error.message : String(error)}\n` +
        '依赖没有装上，npm 的原话见上。请检查网络和 npm 的 registry 设置后再试。\n' +
        'The dependencies could not be installed; what npm said is above. Check the network and npm’s registry setting, then try again.',
    )
  }
}

/** @param {string} node the path of a Node that may be missing or made for another system */
function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/**
 * @param {string} node
 * @returns {Promise<never>} this process ends when that one does
 */
function runAgainIn(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((_, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  })
}
