import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  getProgrammeDocx,
  getProgrammeOriginal,
  getProgrammeXlsx,
  type LivingProgramme,
} from '../../../contract/programmes.ts'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import { useMayDo } from '../session.tsx'

/** What this table is, how much it holds, where it comes from, and the table as files. */
export function TableHeading({ programme }: { programme: LivingProgramme }) {
  const { t } = useTranslation('table')
  const { day } = useDates()
  const tasks = programme.projects.flatMap((project) => project.tasks)
  const facts = [
    t('adoptedOn', { date: day(programme.adoptedAt) }),
    ...(programme.amendmentNo > 0 ? [t('amended', { number: programme.amendmentNo })] : []),
    t('sourceFile', { fileName: programme.document.fileName }),
  ]
  return (
    <div className="table-heading">
      <div>
        <h1 lang="zh-CN">{programme.title}</h1>
        <p className="table-counts">
          {[
            t('countProjects', { count: programme.projects.length }),
            t('countTasks', { count: tasks.length }),
            t('countPromises', { count: tasks.reduce((sum, task) => sum + task.indicators.length, 0) }),
          ].join(t('countSeparator'))}
          <span className="quiet">{facts.join(t('countSeparator'))}</span>
        </p>
      </div>
      <TableFiles programme={programme} />
    </div>
  )
}

function TableFiles({ programme: { id: programmeId, amendmentNo } }: { programme: LivingProgramme }) {
  const { t } = useTranslation('table')
  const input = { params: { programmeId } }
  return (
    <ul className="table-files" aria-label={t('files')}>
      <li>
        <Link to="/programmes/$programmeId/overview" params={{ programmeId }}>
          {t('toOverview')}
        </Link>
      </li>
      <ReportingLinks programmeId={programmeId} />
      <LedgersLink programmeId={programmeId} />
      {amendmentNo > 0 && (
        <li>
          <Link to="/programmes/$programmeId/amendments" params={{ programmeId }}>
            {t('title', { ns: 'amendments' })}
          </Link>
        </li>
      )}
      <li>
        <a href={addressOf(getProgrammeDocx, input)} download>
          {t('exportDocx')}
        </a>
      </li>
      <li>
        <a href={addressOf(getProgrammeXlsx, input)} download>
          {t('exportXlsx')}
        </a>
      </li>
      <li>
        <a href={addressOf(getProgrammeOriginal, input)} download>
          {t('exportOriginal')}
        </a>
      </li>
      <li>
        <button type="button" className="link-button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </li>
    </ul>
  )
}

/** Where the months of the programme are worked on, for those who may. */
function ReportingLinks({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('reporting')
  const mayDo = useMayDo()
  return (
    <>
      {mayDo('actual.read') && (
        <li>
          <Link to="/programmes/$programmeId/sheets" params={{ programmeId }}>
            {t('toSheets')}
          </Link>
        </li>
      )}
      {(mayDo('review.lead') || mayDo('review.office')) && (
        <li>
          <Link to="/programmes/$programmeId/review" params={{ programmeId }}>
            {t('toReview')}
          </Link>
        </li>
      )}
      {mayDo('period.read') && (
        <li>
          <Link to="/programmes/$programmeId/periods" params={{ programmeId }}>
            {t('toPeriods')}
          </Link>
        </li>
      )}
    </>
  )
}

function LedgersLink({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('ledgers')
  if (!useMayDo()('entry.read')) return null
  return (
    <li>
      <Link to="/programmes/$programmeId/ledgers" params={{ programmeId }}>
        {t('toLedgers')}
      </Link>
    </li>
  )
}
