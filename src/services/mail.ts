/** Notices by e-mail: one digest a person and run, tried again until it goes through. Nothing else waits for it. */
import { retryDelay, type Mailer } from '../domain/mail.ts'
import { linesOf, type NoticeLine } from '../domain/notice-line.ts'
import { noticePlace } from '../domain/notice-place.ts'
import { noticeSentence } from '../domain/notice-sentence.ts'
import { appendLog } from '../store/log.ts'
import {
  claimMailOf,
  insertAttempts,
  listRecipients,
  listUnsent,
  type Recipient,
  type UnsentNotice,
} from '../store/mail.ts'
import { dateIn, transaction, type Context } from './context.ts'

export type MailSettings = {
  readonly mailer: Mailer
  /** Where the site is reached, without a slash at the end. */
  readonly siteUrl: string
}

/** How many digests went out. A mail that fails is recorded, and the others go on. */
export async function sendDigests(ctx: Context, settings: MailSettings): Promise<number> {
  const recipients = await transaction(ctx, listRecipients)
  let sent = 0
  for (const recipient of recipients) if (await sendDigest(ctx, settings, recipient)) sent += 1
  return sent
}

/**
 * The claim lasts until what happened is recorded, so that two processes never send the same. A process that dies in
 * between sends it again: better twice than never.
 */
function sendDigest(ctx: Context, { mailer, siteUrl }: MailSettings, recipient: Recipient): Promise<boolean> {
  const { personId, address } = recipient
  return transaction(ctx, async (tx) => {
    if (!(await claimMailOf(tx, personId))) return false
    const unsent = await listUnsent(tx, recipient, dateIn(ctx.now))
    const due = unsent.filter((notice) => isDue(notice, ctx.now))
    if (due.length === 0) return false
    const failure = await mailer.send({ to: address, ...digestOf(linesOf(due), siteUrl) }).then(
      () => null,
      (error: unknown) => (error instanceof Error && error.message) || String(error),
    )
    await insertAttempts(
      tx,
      personId,
      due.map(({ id }) => id),
      { at: ctx.now, failure },
    )
    await appendLog(tx, {
      at: ctx.now,
      personId: null,
      action: 'mail.send',
      subjectKind: 'person',
      subjectId: personId,
      details: { notices: due.length, ...(failure === null ? {} : { failure }) },
    })
    return failure === null
  })
}

function isDue({ failures, triedAt }: UnsentNotice, now: Date): boolean {
  return triedAt === null || now.getTime() >= triedAt.getTime() + retryDelay(failures)
}

/** The sentence and the link, and nothing else: mail passes through other people's machines. */
export function digestOf(lines: readonly NoticeLine[], siteUrl: string): { subject: string; text: string } {
  const items = lines.map((line) => `${noticeSentence(line, 'zh')}\n${siteUrl}${noticePlace(line)}`)
  return {
    subject: `践诺：${lines.length} 件待办`,
    text: `${items.join('\n\n')}\n\n全部待办：${siteUrl}/inbox\n不想再收到邮件，请在“我的账号”中关闭：${siteUrl}/account\n`,
  }
}
