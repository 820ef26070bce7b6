/** What a password must be: GB/T 22239 level 3 asks for length and complexity, and that the old one is not kept. */
import { Problem } from './problem.ts'

const shortest = 8
const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u] as const
const classesNeeded = 3

/** Throws Problem 'password.weak'. `sameAsBefore` is the caller's to find out: only a digest of the old one is kept. */
export function requireGoodPassword(password: string, signInName: string, sameAsBefore: boolean): void {
  const refuse = (fault: 'short' | 'classes' | 'name' | 'same'): never => {
    throw new Problem('password.weak', { place: 'newPassword', fault })
  }
  if (Array.from(password).length < shortest) refuse('short')
  if (classes.filter((pattern) => pattern.test(password)).length < classesNeeded) refuse('classes')
  if (password.toLowerCase().includes(signInName.toLowerCase())) refuse('name')
  if (sameAsBefore) refuse('same')
}
