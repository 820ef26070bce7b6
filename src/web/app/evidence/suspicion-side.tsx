import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { getEvidenceOriginal, getEvidenceThumbnail, type SuspicionSide } from '../../../contract/evidence.ts'
import { addressOf } from '../api.ts'
import { useMonthWords } from '../reporting/month-words.ts'

type SideOfProps = { side: SuspicionSide; label: string; programmeId: string }

/** One of the two places a suspicion is about: its photograph, what it is called, whose it is, and the way there. */
export function SideOf({ side, label, programmeId }: SideOfProps) {
  const { t } = useTranslation('evidence')
  const monthWords = useMonthWords()
  return (
    <figure className="suspicion-side">
      <figcaption>
        <span className="quiet">{label}</span>{' '}
        <strong lang="zh-CN">
          {side.unit} {monthWords(side.month)}
        </strong>
      </figcaption>
      <SidePicture side={side} label={label} />
      <p lang="zh-CN">
        <SideLink side={side} />
        {side.entry !== null && <span className="suspicion-promise">{side.promise}</span>}
        {side.programmeId !== programmeId && <span className="quiet">{side.programme}</span>}
      </p>
      {side.takenAt !== null && <p className="quiet">{t('takenAt', { at: side.takenAt })}</p>}
    </figure>
  )
}

function SidePicture({ side, label }: { side: SuspicionSide; label: string }) {
  const { t } = useTranslation('evidence')
  if (side.evidenceId === null) return null
  const params = { evidenceId: side.evidenceId }
  const name = side.fileName ?? ''
  return (
    <a href={addressOf(getEvidenceOriginal, { params })} download>
      {side.hasThumbnail ? (
        <img
          src={addressOf(getEvidenceThumbnail, { params })}
          alt={t('pictureOf', { side: label, fileName: name })}
          loading="lazy"
        />
      ) : (
        name
      )}
    </a>
  )
}

/** To the entry in its ledger, or to the promise of the cell. */
function SideLink({ side }: { side: SuspicionSide }) {
  const params = { programmeId: side.programmeId, indicatorId: side.indicatorId }
  if (side.entryId === null)
    return (
      <Link
        to="/programmes/$programmeId/indicators/$indicatorId"
        params={params}
        className="suspicion-promise"
      >
        {side.promise}
      </Link>
    )
  return (
    <Link to="/programmes/$programmeId/ledgers/$indicatorId" params={params} search={{ panel: side.entryId }}>
      {side.entry ?? side.promise}
    </Link>
  )
}
