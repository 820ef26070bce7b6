/** A table of projects laid out on pages the way word processors do: rows cut where a page ends, merged cells going on. */
import { line, type PageContent, text } from './pdf-file.ts'

export type PagedProject = {
  readonly name: string
  readonly tasks: readonly { readonly text: string; readonly units: readonly string[] }[]
}

type Layout = { readonly linesOnPage: number; readonly repeatsHeads: boolean }

/** A line of the page: what stands in each column, and over which columns it is ruled off from the line above. */
type LaidLine = { readonly words: readonly string[]; readonly ruledFrom: 'project' | 'task' | undefined }

const size = 10
const pitch = 14
const top = 800
/** 序号, 项目名称, 主要内容, 牵头单位: room for 3, 6, 16 and 7 characters. */
const edges = [40, 80, 150, 320, 400]
const room = [3, 6, 16, 7]
const heads = ['序号', '项目名称', '主要内容', '牵头单位']

export function pagedTable(
  projects: readonly PagedProject[],
  { linesOnPage, repeatsHeads }: Layout,
): PageContent[] {
  const lines = projects.flatMap(linesOfProject)
  const first: LaidLine = { words: heads, ruledFrom: 'project' }
  const pages: LaidLine[][] = []
  let rest = lines
  while (rest.length > 0) {
    const head = pages.length === 0 || repeatsHeads ? [first] : []
    pages.push([...head, ...rest.slice(0, linesOnPage - head.length)])
    rest = rest.slice(linesOnPage - head.length)
  }
  return pages.map((page) => ({ content: drawn(page) }))
}

function linesOfProject({ name, tasks }: PagedProject, index: number): LaidLine[] {
  const nameLines = wrapped(name, room[1] ?? 1)
  const lines = tasks.flatMap((task, order) => {
    const contents = wrapped(task.text, room[2] ?? 1)
    const height = Math.max(
      contents.length,
      task.units.length,
      order === tasks.length - 1 ? nameLines.length : 1,
    )
    return Array.from({ length: height }, (_, at): LaidLine => ({
      words: ['', '', contents[at] ?? '', task.units[at] ?? ''],
      ruledFrom: at > 0 ? undefined : order === 0 ? 'project' : 'task',
    }))
  })
  return lines.map(({ words, ruledFrom }, at) => ({
    ruledFrom,
    words: [at === 0 ? String(index + 1) : '', nameLines[at] ?? '', ...words.slice(2)],
  }))
}

/** Lines of so many characters; a closing mark takes the character before it along. */
function wrapped(words: string, width: number): string[] {
  const lines: string[] = []
  for (let at = 0; at < words.length;) {
    const fits = words.charAt(at + width)
    const end = /[，。、；]/.test(fits) ? at + width - 1 : at + width
    lines.push(words.slice(at, end))
    at = end
  }
  return lines
}

function drawn(page: readonly LaidLine[]): string {
  const [left = 0, ...others] = edges
  const right = others.at(-1) ?? 0
  const bottom = top - page.length * pitch
  const walls = edges.map((x) => line(x, top, x, bottom))
  const floors = page.flatMap(({ ruledFrom }, index) => {
    const y = top - index * pitch
    const isWhole = index === 0 || ruledFrom === 'project' || page[index - 1]?.words === heads
    if (isWhole) return [line(left, y, right, y)]
    return ruledFrom === 'task' ? [line(edges[2] ?? left, y, right, y)] : []
  })
  const texts = page.flatMap(({ words }, index) =>
    words.map((word, column) =>
      word === '' ? '' : text((edges[column] ?? 0) + 5, top - (index + 1) * pitch + 4, word, size),
    ),
  )
  return [...walls, ...floors, line(left, bottom, right, bottom), ...texts].join('\n')
}
