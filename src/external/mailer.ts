/** E-mail by SMTP (RFC 5321), as the port of domain/mail.ts. */
import { createTransport } from 'nodemailer'
import type { Mailer } from '../domain/mail.ts'

/** A server that does not answer must not hold a transaction open for long (database-roles.ts: a minute). */
const patience = 15_000

/** `url` like smtp://user:password@mail.example.cn:587 or smtps://…; `from` as in "践诺 <jiannuo@example.cn>". */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      // A notice is text of ours: nothing in it may make the mailer read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    send: async (mail) => {
      await transport.sendMail({
        ...mail,
        // RFC 3834: no automatic reply is wanted.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
