/** What runs in a process of its own: reads the documents it is sent, one after the other, and answers each. */
import { Problem } from '../domain/problem.ts'
import type { ReadingAnswer, ReadingQuestion } from './read-apart.ts'
import { readProgramme } from '../import/read-programme.ts'

process.on('message', (question: ReadingQuestion) => {
  void answerTo(question).then((answer) => process.send?.(answer))
})

async function answerTo({ bytes, fileName, choice }: ReadingQuestion): Promise<ReadingAnswer> {
  try {
    return { reading: await readProgramme(bytes, fileName, choice) }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, details: error.details } }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
