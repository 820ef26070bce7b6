import { useTranslation } from 'react-i18next'
import { grouped } from '../../../domain/values/figures.ts'
import { decimal } from '../../../domain/values/decimal.ts'
import type { ImportReport } from './report-query.ts'

const uses = [
  'title',
  'project',
  'task',
  'name',
  'deadline',
  'milestone',
  'result',
  'rule',
  'separator',
  'ignored',
] as const

/** Every character of the document, by what became of it. */
export function CharacterBar({ report: { characters, unaccounted } }: { report: ImportReport }) {
  const { t } = useTranslation('importReport')
  const lost = unaccounted.reduce((sum, { text }) => sum + text.length, 0)
  const shares = [
    ...uses.map((use) => ({ use, count: characters[use] })),
    { use: 'lost' as const, count: lost },
  ].filter(({ count }) => count > 0)
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  return (
    <section aria-labelledby="report-characters">
      <h2 id="report-characters">{t('charactersTitle')}</h2>
      <p>
        {t('charactersTotal', { count: total, figure: figureOf(total) })}
        {lost === 0 ? (
          <strong>{t('nothingLost')}</strong>
        ) : (
          <strong className="report-lost">{t('lostCount', { count: lost })}</strong>
        )}
      </p>
      <div className="report-bar" aria-hidden="true">
        {shares.map(({ use, count }) => (
          <i key={use} data-use={use} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="report-uses">
        {shares.map(({ use, count }) => (
          <li key={use}>
            <i data-use={use} aria-hidden="true" />
            {t(`use_${use}`)} <strong>{figureOf(count)}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}

function figureOf(count: number): string {
  return grouped(decimal(count))
}
