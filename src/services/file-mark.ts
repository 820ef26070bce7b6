/** Which mark the files of a government bear; whether it is the demonstration is settled for ever when it is made. */
import { fileMarkOf, type FileMark } from '../domain/values/file-mark.ts'
import type { TenantTransaction } from '../store/db.ts'
import { getTenant } from '../store/tenants.ts'

export async function fileMark(tx: TenantTransaction): Promise<FileMark> {
  return fileMarkOf(await getTenant(tx), 'zh')
}
