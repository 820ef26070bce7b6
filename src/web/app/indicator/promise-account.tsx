import { useTranslation } from 'react-i18next'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { ledgers, type LedgerColumn } from '../../../domain/ledger/ledger.ts'
import { inTenThousands } from '../../../domain/values/figures.ts'
import { CourseAccount } from '../charts/course-account.tsx'
import { AcceptanceAccount } from '../acceptance/acceptance-account.tsx'
import { ForecastAccount } from '../forecasts/forecast-account.tsx'
import { LightAccount } from '../lights/light-account.tsx'
import { useDates } from '../dates.ts'
import { LedgerLink } from './ledger-link.tsx'
import type { PromiseInTable } from './place-in-table.ts'
import { PlanAccount } from './plan-account.tsx'
import { ReportedLine } from './reported-line.tsx'
import { SourceGround } from './source-ground.tsx'
import { useFigureWords } from './target-words.ts'

type PromiseAccountProps = PromiseInTable & { programme: LivingProgramme }

/** What is promised, where it stands and why, who is bound, how it is counted, on what ground: in this order. */
export function PromiseAccount({ programme, project, task, promise }: PromiseAccountProps) {
  const { t } = useTranslation('indicator')
  const { t: value } = useTranslation('values')
  const { day } = useDates()
  const deadline = promise.deadline ?? task.deadline
  const columnsInWords = (columns: readonly LedgerColumn[]) =>
    columns
      .filter((column) => column !== 'latitude' && column !== 'datum' && column !== 'accuracy')
      .map((column) => value(`column_${column}`))
      .join(t('unitSeparator'))
  const leadUnits = task.leadUnits.map(({ name }) => name).join(t('unitSeparator'))
  return (
    <>
      <p className="panel-where" lang="zh-CN">
        {project.no} {project.name} › {task.no}
      </p>
      <TargetFigure promise={promise} />
      <ReportedLine promise={promise} />
      <LightAccount programmeId={programme.id} indicatorId={promise.id} />
      <ForecastAccount programmeId={programme.id} indicatorId={promise.id} />
      <CourseAccount programmeId={programme.id} indicatorId={promise.id} />
      <AcceptanceAccount programmeId={programme.id} indicatorId={promise.id} />
      <p className="panel-state" data-level={promise.level}>
        <strong>{value(`level_${promise.level}`)}</strong>
        {t(`why_${promise.level}`, { units: leadUnits })}
      </p>
      <dl className="facts">
        <Fact term={t('deadline')}>
          {deadline === null ? t('noDeadline', { year: programme.year }) : day(deadline)}
        </Fact>
        <Names term={t('leader', { ns: 'table' })} names={task.leaders} />
        <Names term={t('columnLeadUnits', { ns: 'table' })} names={task.leadUnits} />
        <Names term={t('columnCooperating', { ns: 'table' })} names={task.cooperatingUnits} />
        <Fact term={t('counting')}>{value(`ledger_${promise.ledger}`)}</Fact>
        <Fact term={t('ledgerColumns')}>{columnsInWords(ledgers[promise.ledger].columns)}</Fact>
        <Fact term={t('ledgerProof')}>{columnsInWords(ledgers[promise.ledger].proof)}</Fact>
      </dl>
      <PlanAccount programmeId={programme.id} indicatorId={promise.id} />
      <LedgerLink programmeId={programme.id} indicatorId={promise.id} />
      <SourceGround programme={programme} project={project} task={task} promise={promise} />
    </>
  )
}

function TargetFigure({ promise }: Pick<PromiseInTable, 'promise'>) {
  const { t } = useTranslation('indicator')
  const { t: value } = useTranslation('values')
  const { comparator, figure } = useFigureWords()(promise)
  const tenThousands =
    promise.value === null || promise.valueMax !== null ? undefined : inTenThousands(promise.value)
  return (
    <p className="target">
      <span className="visually-hidden">{t('target')}</span>
      {figure === '' ? (
        <span className="target-none">{t('noFigure')}</span>
      ) : (
        <>
          {comparator !== '' && <span>{comparator}</span>}
          <strong className="target-figure">{figure}</strong>
          <span lang="zh-CN">{promise.unit}</span>
          {tenThousands !== undefined && (
            <span className="quiet">{t('inTenThousands', { value: tenThousands })}</span>
          )}
        </>
      )}
      <span className="target-kind">{value(`kind_${promise.kind}`)}</span>
    </p>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Names({ term, names }: { term: string; names: readonly { readonly name: string }[] }) {
  if (names.length === 0) return null
  return (
    <Fact term={term}>
      <ul className="names-in-line" lang="zh-CN">
        {names.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Fact>
  )
}
