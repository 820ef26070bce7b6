/** Official papers of a programme: drafts, sealed ones, and the tables of its frozen months. */
import { z } from 'zod'
import { longestPaper, paperKinds } from '../domain/papers/paper.ts'
import type { PaperId, PostId, ProgrammeId } from '../domain/values/ids.ts'
import { route } from './route.ts'
import { idOf, instantSchema, monthSchema, plainDateSchema } from './values.ts'

const programmeParams = z.object({ programmeId: idOf<ProgrammeId>() })
const paperParams = z.object({ paperId: idOf<PaperId>() })
const frozenParams = programmeParams.extend({
  month: monthSchema,
  no: z.coerce.number<string>().int().positive(),
})

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const sealSchema = z.object({
  /** As printed: 第3期, 〔2023〕3号. */
  number: z.string(),
  year: z.int(),
  no: z.int(),
  dated: plainDateSchema,
  sha256: z.string(),
  sm3: z.string(),
  sealedBy: z.string(),
  standsIn: z.boolean(),
  sealedAt: instantSchema,
})

const paperSchema = z.object({
  id: idOf<PaperId>(),
  kind: z.enum(paperKinds),
  month: monthSchema,
  freezeNo: z.int(),
  /** The latest version of its text, and who saved it. */
  version: z.int(),
  savedBy: z.string(),
  standsIn: z.boolean(),
  savedAt: instantSchema,
  seal: sealSchema.nullable(),
})

const programmeSchema = z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() })

export const getPapers = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/papers',
  access: 'paper.read',
  summary: 'The frozen months of a programme and every paper made from them, the latest drafted first',
  params: programmeParams,
  response: z.object({
    programme: programmeSchema,
    months: z.array(
      z.object({ month: monthSchema, no: z.int(), sha256: z.string(), frozenAt: instantSchema }),
    ),
    /** Whom a brief can be drafted for. */
    leaders: z.array(z.object({ postId: idOf<PostId>(), name: z.string() })),
    /** Of the kinds that have a template of their own. */
    templates: z.array(z.object({ kind: z.enum(paperKinds), version: z.int(), fileName: z.string() })),
    papers: z.array(paperSchema.extend({ title: z.string() })),
    /** Whether the server can make PDFs. */
    pdf: z.boolean(),
  }),
})
export type PapersPage = z.output<(typeof getPapers)['response']>

export const createPaper = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/papers',
  access: 'paper.write',
  summary: 'Drafts a paper from a frozen month',
  params: programmeParams,
  body: z.object({
    kind: z.enum(paperKinds),
    month: monthSchema,
    freezeNo: z.int().positive(),
    /** Of a brief only. */
    leaderPostId: idOf<PostId>().nullable(),
  }),
  response: z.object({ id: idOf<PaperId>() }),
})

const textSchema = z.object({
  title: z.string().trim().min(1).max(longestPaper.title),
  addressee: z.string().trim().max(longestPaper.addressee),
  body: z.string().max(longestPaper.body),
  issuer: z.string().trim().min(1).max(longestPaper.issuer),
  copies: z.string().trim().max(longestPaper.copies),
})

const cellSchema = z.object({ lines: z.array(z.string()), rowSpan: z.int() }).nullable()

export const getPaper = route({
  method: 'GET',
  path: '/api/papers/:paperId',
  access: 'paper.read',
  summary: 'A paper: its text, its annexes, its number and digests where it is sealed',
  params: paperParams,
  response: paperSchema.extend({
    programme: programmeSchema,
    text: textSchema,
    snapshotSha256: z.string(),
    annexes: z.array(
      z.object({
        title: z.string(),
        grid: z.object({
          columns: z.array(z.object({ head: z.string(), width: z.number(), centred: z.boolean() })),
          rows: z.array(z.array(cellSchema)),
        }),
      }),
    ),
    pdf: z.boolean(),
  }),
})
export type PaperPage = z.output<(typeof getPaper)['response']>

export const savePaper = route({
  method: 'POST',
  path: '/api/papers/:paperId/texts',
  access: 'paper.write',
  summary: 'Saves a new version of a draft’s text',
  params: paperParams,
  body: z.object({ version: z.int().positive(), text: textSchema }),
  response: z.object({ version: z.int() }),
})

export const sealPaper = route({
  method: 'POST',
  path: '/api/papers/:paperId/seal',
  access: 'paper.write',
  summary: 'Numbers and seals a paper; it cannot be changed afterwards',
  params: paperParams,
  body: z.object({ version: z.int().positive() }),
  response: z.object({ number: z.string(), sha256: z.string(), sm3: z.string() }),
})

export const getPaperDocx = route({
  method: 'GET',
  path: '/api/papers/:paperId/paper.docx',
  access: 'paper.read',
  summary: 'The paper as a Word document; a sealed one byte for byte as it was sealed',
  params: paperParams,
  file: docx,
})

export const getPaperPdf = route({
  method: 'GET',
  path: '/api/papers/:paperId/paper.pdf',
  access: 'paper.read',
  summary: 'The same as PDF, where the server has LibreOffice',
  params: paperParams,
  file: 'application/pdf',
})

export const getMonthlyDocx = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/freezes/:month/:no/monthly.docx',
  access: 'paper.read',
  summary: 'The table of a frozen month as a Word document',
  params: frozenParams,
  file: docx,
})

export const getMonthlyXlsx = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/freezes/:month/:no/monthly.xlsx',
  access: 'paper.read',
  summary: 'The table of a frozen month as a workbook',
  params: frozenParams,
  file: xlsx,
})

export const getMonthlyPdf = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/freezes/:month/:no/monthly.pdf',
  access: 'paper.read',
  summary: 'The table of a frozen month as PDF, where the server has LibreOffice',
  params: frozenParams,
  file: 'application/pdf',
})

export const getProgressDocx = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/freezes/:month/:no/table.docx',
  access: 'paper.read',
  summary: 'The programme’s table with the progress of a frozen month',
  params: frozenParams,
  file: docx,
})

const templateParams = z.object({ kind: z.enum(paperKinds) })

export const setTemplate = route({
  method: 'POST',
  path: '/api/paper-templates/:kind',
  access: 'paper.write',
  summary: 'Sets a template of one’s own for a kind of paper',
  params: templateParams,
  upload: true,
  response: z.object({ version: z.int() }),
})

export const dropTemplate = route({
  method: 'DELETE',
  path: '/api/paper-templates/:kind',
  access: 'paper.write',
  summary: 'Goes back to the form of the standard; earlier templates stay kept',
  params: templateParams,
  response: z.object({ version: z.int() }),
})

export const getTemplate = route({
  method: 'GET',
  path: '/api/paper-templates/:kind/template.docx',
  access: 'paper.read',
  summary: 'The template of a kind of paper, as it was set',
  params: templateParams,
  file: docx,
})
