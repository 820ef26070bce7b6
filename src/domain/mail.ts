/** E-mail: what is sent, by whom it is carried, and when a failed one is tried again. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string }

/** Handed in by the composition root (src/external/mailer.ts). Rejects when the server does not take the mail. */
export type Mailer = { readonly send: (mail: Mail) => Promise<void>; readonly close: () => void }

const minute = 60_000
const first = minute
const longest = 6 * 60 * minute

/** How long after the `failures`-th failure in a row: 1, 2, 4 … minutes, six hours at most; never given up. */
export function retryDelay(failures: number): number {
  return Math.min(first * 2 ** Math.max(failures - 1, 0), longest)
}
