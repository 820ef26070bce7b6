/** Every command there is. */
import { createTenantCommand } from './create-tenant.ts'
import { extractCommand } from './extract.ts'
import { parseCommand } from './parse.ts'

export type Command = {
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** How many words follow the name. */
  readonly arguments: number
  readonly run: (words: readonly string[]) => Promise<void>
}

export const commands: readonly Command[] = [parseCommand, extractCommand, createTenantCommand]
