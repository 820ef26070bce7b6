import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportId } from '../../../domain/values/ids.ts'
import { useDates } from '../dates.ts'
import type { ImportSummary } from './import-list.tsx'

type KnownNoticeProps = { importId: ImportId; known: readonly ImportSummary[] }

/** The same bytes were imported before: most likely that is what is wanted. */
export function KnownNotice({ importId, known }: KnownNoticeProps) {
  const { t } = useTranslation('imports')
  const { day } = useDates()
  // What became a programme matters more than a later dry run.
  const earlier = known.find(({ programmeId }) => programmeId !== null) ?? known[0]
  if (!earlier) return null
  const facts = { date: day(earlier.startedAt), title: earlier.title || t('untitled') }
  return (
    <div aria-live="polite" className="upload-known">
      <h2>{t('knownTitle')}</h2>
      <p>{t(earlier.programmeId === null ? 'knownDraft' : 'knownAdopted', facts)}</p>
      <p className="upload-ways">
        {earlier.programmeId !== null && (
          <Link to="/programmes/$programmeId" params={{ programmeId: earlier.programmeId }}>
            {t('openProgramme')}
          </Link>
        )}
        <Link to="/imports/$importId" params={{ importId: earlier.id }}>
          {t('openImport')}
        </Link>
        <Link to="/imports/$importId" params={{ importId }}>
          {t('goOnAnyway')}
        </Link>
      </p>
    </div>
  )
}
