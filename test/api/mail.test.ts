import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openMailer } from '../../src/external/mailer.ts'
import { demoSeed } from '../../src/services/demo-seed.ts'
import { runJobs } from '../../src/services/jobs.ts'
import { tenantIdOf } from '../../src/services/tenants.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { noticeGiver } from '../support/notices.ts'

onEveryServer('mail', (database) => {
  let server: TestApp
  let mailServer: SMTPServer
  let refusing = false
  const received: { to: string[]; text: string }[] = []
  beforeAll(async () => {
    server = await openTestApp(database())
    mailServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, answer) => answer(refusing ? new Error('mailbox full') : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          received.push({ to, text: Buffer.concat(chunks).toString() })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    await new Promise<void>((resolve) => mailServer.close(resolve))
    await server.close()
  })

  const pass = (minutes: number) => {
    server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000)
  }
  async function round(failures: unknown[] = []): Promise<void> {
    const { port } = mailServer.server.address() as AddressInfo
    const mailer = openMailer(`smtp://127.0.0.1:${port}`, '践诺 <jiannuo@example.cn>')
    await runJobs({
      db: database().db,
      tenantIds: [tenantIdOf(demoSeed.tenant.code)],
      now: () => server.clock.now,
      mail: { mailer, siteUrl: 'https://minsheng.example.cn' },
      failed: (_job, error) => failures.push(error),
    })
    mailer.close()
  }
  /** The text of a mail that came quoted-printable (RFC 2045, section 6.7). */
  const body = (mail: string): string => {
    const encoded = mail.slice(mail.indexOf('\r\n\r\n')).replaceAll('=\r\n', '')
    const bytes = encoded.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCodePoint(parseInt(hex, 16)),
    )
    return Buffer.from(bytes, 'latin1').toString()
  }

  it('is one digest a person and run: the sentence, the link, and nothing else', async () => {
    const giver = noticeGiver(database(), () => server.clock.now)
    await giver.give({ kind: 'frozen' }, ['supervisor'])
    pass(1)
    const ducha = await server.signIn('ducha')
    await server.send(ducha, {
      method: 'POST',
      url: '/api/account/mail-address',
      payload: { mailAddress: 'ducha@example.cn' },
    })
    const [{ id: programmeId }] = (await server.send(null, { url: '/api/programmes' })).body
    await giver.give({ kind: 'to-review', programmeId, details: { count: 3, step: 'office' } }, [
      'supervisor',
    ])
    await giver.give({ kind: 'reopened', programmeId, details: { count: 1, unit: '武进区' } }, ['supervisor'])
    await round()
    await round()
    expect(received.map(({ to }) => to)).toEqual([['ducha@example.cn']])
    const text = body(received[0]?.text ?? '')
    expect(text).toContain('2023年2月有 3 项数等待督查室审核。')
    expect(text).toContain(`https://minsheng.example.cn/programmes/${programmeId}/review?month=2023-02-01`)
    expect(text).toContain('武进区更正了2023年2月已锁定的 1 项数')
    // Given before an address was left.
    expect(text).not.toContain('定稿')
  })

  it('that fails is recorded and tried again later, alone and in two processes at once', async () => {
    received.length = 0
    refusing = true
    await noticeGiver(database(), () => server.clock.now).give({ kind: 'frozen' }, ['supervisor'])
    const failures: unknown[] = []
    await round(failures)
    expect(failures).toEqual([])
    refusing = false
    await round()
    expect(received).toEqual([])
    pass(1)
    await Promise.all([round(), round()])
    expect(received).toHaveLength(1)
    const { entries } = (await server.send(await server.signIn('shenji'), { url: '/api/log' })).body
    const sent = entries.filter(({ action }: { action: string }) => action === 'mail.send')
    expect(sent.map(({ details }: { details: { failure?: string } }) => details.failure ?? 'sent')).toEqual([
      'sent',
      expect.stringContaining('mailbox full'),
      'sent',
    ])
  })
})
