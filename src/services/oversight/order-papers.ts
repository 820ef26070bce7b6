/** The papers of a supervision order, one a step: made from its facts, so that the same step gives the same bytes. */
import { stepWords } from '../../domain/order/ladder.ts'
import { orderPaper } from '../../domain/order/order-paper.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { ProgrammeId, SupervisionOrderId } from '../../domain/values/ids.ts'
import type { PdfWriter } from '../../external/pdf-writer.ts'
import { officialDocx } from '../../reports/official-docx.ts'
import { findOrder } from '../../store/order-pages.ts'
import { requireAccess, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'
import type { File } from '../imports/programmes.ts'
import { asPdf, docxType } from './papers.ts'

/** `no` is that of the fact that is the step. */
export type StepOfOrder = {
  readonly programmeId: ProgrammeId
  readonly orderId: SupervisionOrderId
  readonly no: number
}

/** Throws Problem 'order.not-found', also where the fact is no step. */
export async function getOrderDocx(ctx: Context, { programmeId, orderId, no }: StepOfOrder): Promise<File> {
  requireAccess(ctx, 'order.read')
  const { page, mark } = await transaction(ctx, async (tx) => ({
    page: await findOrder(tx, programmeId, orderId),
    mark: await fileMark(tx),
  }))
  const paper = page && orderPaper(page.order, page.office, no)
  const step = page?.order.facts.find((fact) => fact.no === no)?.step
  if (!paper || !step) throw new Problem('order.not-found', {})
  return {
    fileName: `${page.order.subject}（${stepWords[step].zh}）${mark.inName}.docx`,
    mediaType: docxType,
    bytes: await officialDocx(paper, { year: page.programme.year, mark }),
  }
}

/** Throws as `getOrderDocx`, and Problem 'paper.no-pdf' or 'paper.pdf-failed'. */
export async function getOrderPdf(
  ctx: Context,
  step: StepOfOrder,
  writePdf: PdfWriter | null,
): Promise<File> {
  return asPdf(await getOrderDocx(ctx, step), writePdf)
}
