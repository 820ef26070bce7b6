/** Passwords are kept as Argon2id (RFC 9106), with the parameters OWASP's password storage sheet asks for. */
import { hash, verify } from '@node-rs/argon2'

const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), argon2id)
}

let absentAccountHash: Promise<string> | undefined

/** Takes as long for an account that does not exist as for one that does, so that names cannot be probed. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  absentAccountHash ??= hashPassword('no account has this password')
  const matches = await verify(passwordHash ?? (await absentAccountHash), password.normalize('NFC'))
  return passwordHash !== undefined && matches
}
