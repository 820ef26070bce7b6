/** Extraction of the sample's task texts against the recognisers, printed. */
import { readProgramme } from '../src/import/read-programme.ts'
import { benchExtraction, figuresOf, printExtraction } from './extraction.ts'

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
    project.tasks.map((task) => figuresOf(task.indicators)),
  )
  printExtraction(benchExtraction(texts, figures))
}
