import { useTranslation } from 'react-i18next'
import { addPhotograph, type SampledEntry } from '../../../contract/acceptance.ts'
import { grouped } from '../../../domain/values/figures.ts'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { useMayDo } from '../session.tsx'
import { useActor } from '../use-actor.ts'
import { AcceptanceFiles } from './acceptance-files.tsx'
import { InspectionForm } from './inspection-form.tsx'

type SampledEntryRowProps = { programmeId: string; claimId: string; entry: SampledEntry; open: boolean }

/** A drawn entry: where it is said to be, what was found, with photographs; and for the office what it finds. */
export function SampledEntryRow({ programmeId, claimId, entry, open }: SampledEntryRowProps) {
  const { t } = useTranslation('acceptance')
  const words = useMonthWords()
  const { day } = useDates()
  const mayLook = useMayDo()('acceptance.inspect') && open
  const name = entry.name ?? t('unnamed')
  const last = entry.inspections.at(-1)
  return (
    <article aria-label={name}>
      <p className="acceptance-entry">
        <strong lang="zh-CN">
          {entry.position}. {name}
        </strong>
        <span className="acceptance-finding">{t(`finding_${last?.finding ?? 'none'}`)}</span>
      </p>
      <p className="quiet">
        <span lang="zh-CN">
          {entry.unit}
          {entry.place !== null && entry.place !== entry.name && ` · ${entry.place}`}
        </span>
        {' · '}
        {t('entryOf', { month: words(entry.month), counts: grouped(entry.counts) })}
        {entry.doneOn !== null && ` · ${t('doneOn', { day: day(entry.doneOn) })}`}
        {entry.longitude !== null && entry.latitude !== null && (
          <>
            {' · '}
            {t('placeOf', { longitude: entry.longitude.toFixed(5), latitude: entry.latitude.toFixed(5) })}
          </>
        )}
      </p>
      <Looks entry={entry} />
      <AcceptanceFiles
        files={entry.photographs}
        mayAdd={mayLook}
        place={{ programmeId, claimId, entryId: entry.entryId }}
        send={(params, file) => call(addPhotograph, { params, file })}
      />
      {mayLook && <InspectionForm programmeId={programmeId} claimId={claimId} entry={entry} name={name} />}
    </article>
  )
}

/** Every look at it, in order; the last counts. */
function Looks({ entry: { inspections } }: { entry: SampledEntry }) {
  const { t } = useTranslation('acceptance')
  const { day } = useDates()
  const actor = useActor()
  if (inspections.length === 0) return null
  return (
    <ol className="acceptance-looks">
      {inspections.map(({ finding, note, inspectedOn, at, ...acted }) => (
        <li key={at}>
          {t('lookOf', { day: day(inspectedOn), by: actor(acted), finding: t(`finding_${finding}`) })}
          {note !== null && (
            <span className="acceptance-found" lang="zh-CN">
              {note}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
