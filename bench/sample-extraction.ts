/** Extraction of the sample's task texts against the recognisers, printed. */
import { readProgramme } from '../src/import/read-programme.ts'
import { benchExtraction, type ReaderScore } from './extraction.ts'

type Expected = {
  readonly projects: readonly {
    readonly tasks: readonly { readonly indicators: readonly ExpectedTarget[] }[]
  }[]
}
type ExpectedTarget = { readonly value: number | null; readonly valueMax: number | null }

/** `expected` is the sample's reading made by hand; coverage promises of 100 % without a number are not among its figures. */
export async function benchSampleExtraction(docx: Buffer, expected: Expected): Promise<void> {
  const { draft } = await readProgramme(docx, 'sample.docx')
  const texts = draft.projects.flatMap((project) => project.tasks.map((task) => task.text))
  const figures = expected.projects.flatMap((project) =>
    project.tasks.map((task) =>
      task.indicators.flatMap(({ value, valueMax }) => [value, valueMax].filter((figure) => figure !== null)),
    ),
  )
  const { ours, theirs, speedRatio } = benchExtraction(texts, figures)
  print('践诺 ours', ours)
  print('recognizers-text', theirs)
  console.log(`  速度之比 speed ratio: ${speedRatio.toFixed(0)} × (aim ≥ 200)`)
}

function print(who: string, { charactersPerSecond, precision, recall }: ReaderScore): void {
  const speed = Math.round(charactersPerSecond).toLocaleString('en')
  console.log(
    `  ${who}: ${speed} characters/s, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  )
}
