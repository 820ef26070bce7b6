import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { getOrderDocx, getOrderPdf, type OrderData, type OrderFactData } from '../../../contract/orders.ts'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import { DownloadLinks } from '../papers/download-links.tsx'
import { useActor } from '../use-actor.ts'
import { FileList } from './order-files.tsx'
import { StepMark } from './step-mark.tsx'

/** Every turn, the newest first: who, when, why. */
export function OrderHistory({ order, pdf, programme }: Pick<OrderData, 'order' | 'pdf' | 'programme'>) {
  const { t } = useTranslation('orders')
  return (
    <section className="order-history" aria-label={t('history')}>
      <h2>{t('history')}</h2>
      <ol>
        {order.facts.toReversed().map((fact) => (
          <Turn key={fact.no} fact={fact} unit={order.units.find(({ id }) => id === fact.unitId)?.name}>
            {fact.step !== null && <StepPaper order={order} fact={fact} pdf={pdf} programme={programme} />}
          </Turn>
        ))}
      </ol>
    </section>
  )
}

type StepPaperProps = Pick<OrderData, 'order' | 'pdf' | 'programme'> & { fact: OrderFactData }

function StepPaper({ order, fact, pdf, programme }: StepPaperProps) {
  const { t } = useTranslation('orders')
  const params = { programmeId: programme.id, orderId: order.id, no: String(fact.no) }
  return (
    <p>
      <span className="quiet">{t('stepPaper')}</span>{' '}
      <DownloadLinks
        of={t('stepPaper')}
        links={[
          ['word', addressOf(getOrderDocx, { params })],
          ...(pdf ? [['pdf', addressOf(getOrderPdf, { params })] as const] : []),
        ]}
      />
    </p>
  )
}

type TurnProps = { fact: OrderFactData; unit: string | undefined; children: ReactNode }

function Turn({ fact, unit, children }: TurnProps) {
  const { t } = useTranslation('orders')
  const { moment, day } = useDates()
  const actor = useActor()
  const { by, post, standsIn } = fact
  return (
    <li>
      <p className="turn-what">
        {fact.step === null ? (
          <strong>{t(`fact_${fact.kind}`)}</strong>
        ) : (
          <strong>
            <StepMark step={fact.step} />
          </strong>
        )}
        {unit !== undefined && <span lang="zh-CN">{unit}</span>}
        {fact.dueOn !== null && (
          <span>{t(fact.kind === 'extension' ? 'askedFor' : 'until', { day: day(fact.dueOn) })}</span>
        )}
      </p>
      {fact.text !== null && (
        <p className="long-text turn-text" lang="zh-CN">
          {fact.text}
        </p>
      )}
      {fact.reason !== null && (
        <p className="long-text" lang="zh-CN">
          <span className="quiet">{t('because')}</span> {fact.reason}
        </p>
      )}
      <FileList files={fact.files} />
      {children}
      <p className="quiet turn-by">
        {by === null ? (
          <span>{fact.ruleNo ? t('byRules', { no: fact.ruleNo }) : t('byOwnRules')}</span>
        ) : (
          <span lang="zh-CN">{actor({ by, standsIn, ...(post !== null && { post }) })}</span>
        )}{' '}
        · <time dateTime={fact.at}>{moment(fact.at)}</time>
      </p>
    </li>
  )
}
