/** The demonstration's data, from seed/ and samples/. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import seed from '../../../seed/demo.json' with { type: 'json' }
import { parsePlainDate } from '../../domain/values/plain-date.ts'
import type { DemoSeed } from './demo.ts'
import type { UploadedFile } from '../imports/imports.ts'

const root = join(import.meta.dirname, '../../..')

export const demoSeed = { ...seed, validFrom: parsePlainDate(seed.validFrom) } as DemoSeed

export async function readDemoSample(): Promise<UploadedFile> {
  return {
    fileName: basename(demoSeed.sample),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await readFile(join(root, demoSeed.sample)),
  }
}
