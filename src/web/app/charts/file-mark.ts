/** The mark of what is taken away of a page, in its language. */
import { fileMarkOf, noMark, type FileMark } from '../../../domain/values/file-mark.ts'
import { useLanguage } from '../language.ts'
import { useSession } from '../session.tsx'

export function useFileMark(): FileMark {
  const tenant = useSession()?.tenant
  const { language } = useLanguage()
  return tenant ? fileMarkOf(tenant, language) : noMark
}
