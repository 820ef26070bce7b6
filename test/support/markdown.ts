/** What a Markdown text claims about the repository it lies in, so that a test can hold it to that. */
export type Claims = {
  /** Addresses of links and pictures inside the repository, without their #anchor, relative to the text. */
  readonly links: readonly string[]
  /** Paths from the repository's root: in backticks, or at the start of a line of a code block. May be globs. */
  readonly paths: readonly string[]
  /** File names in backticks without a folder. */
  readonly names: readonly string[]
  /** Names of package.json scripts in `npm run NAME`, `npm start` and `npm test`. */
  readonly scripts: readonly string[]
}

const PATH = /^\.?[\w-]+(?:\/[\w.*-]+)+\/?$|^\.?[\w-]+\/$/
const FILE_NAME = /^[\w.-]+\.(?:ts|tsx|mjs|sql|md|json|css)$/

/** Reads the claims of a Markdown text. */
export function claimsOf(markdown: string): Claims {
  const blocks = matches(markdown, /^```[^\n]*\n(.*?)^```/gms)
  const prose = markdown.replaceAll(/^```.*?^```/gms, '')
  const spans = matches(prose, /`([^`\n]+)`/g)
  const lineStarts = blocks.flatMap((block) => matches(block, /^(\S+\/\S*)/gm))
  const addresses = matches(prose, /\]\(([^)\s]+)\)/g)
  return {
    links: addresses
      .filter((address) => !/^(?:[a-z]+:|#)/.test(address))
      .map((address) => address.replace(/#.*/, '')),
    paths: [...spans, ...lineStarts].filter((text) => PATH.test(text)),
    names: spans.filter((text) => FILE_NAME.test(text)),
    scripts: [
      ...matches(markdown, /\bnpm run (?:-s )?([\w:-]+)/g),
      ...matches(markdown, /\bnpm (start|test)\b/g),
    ],
  }
}

/** The first group of every match. */
function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group)
}
