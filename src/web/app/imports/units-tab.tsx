import { useTranslation } from 'react-i18next'
import type { DraftName, DraftProgramme } from '../../../domain/programme/draft.ts'
import { formOf } from './forms.ts'
import { useImportActions } from './import-actions.ts'
import { isUnsettledUnit, tasksOf, type ImportUnit } from './import-reading.ts'
import { placeKey } from './light-keys.ts'
import { UnitForm } from './unit-form.tsx'

type UnitsTabProps = { draft: DraftProgramme; units: readonly ImportUnit[]; form: string | null }

/** Every printed name of a unit with what it stands for, those nobody has settled first; and the leaders. */
export function UnitsTab({ draft, units, form }: UnitsTabProps) {
  const { t } = useTranslation('imports')
  const tasks = tasksOf(draft)
  const unitPlaces = placesByName(tasks.flatMap((task) => [...task.leadUnits, ...task.cooperatingUnits]))
  const leaderPlaces = placesByName(tasks.flatMap((task) => task.leaders))
  const ordered = units.toSorted((a, b) => Number(isUnsettledUnit(b)) - Number(isUnsettledUnit(a)))
  return (
    <>
      <p className="dry-lead">{t('unitsLead')}</p>
      {units.length === 0 && <p className="dry-empty">{t('noUnits')}</p>}
      <ul aria-label={t('unitsTitle')}>
        {ordered.map((unit) => (
          <UnitRow
            key={unit.name}
            unit={unit}
            light={unitPlaces.get(unit.name) ?? ''}
            open={form === formOf.unit(unit.name)}
          />
        ))}
      </ul>
      <h2 className="dry-subtitle">{t('leadersTitle')}</h2>
      <p className="dry-lead">{t('leadersLead')}</p>
      <ul aria-label={t('leadersTitle')}>
        {[...leaderPlaces].map(([name, light]) => (
          <li key={name} className="dry-row" data-light={light} data-reading={name}>
            <div className="dry-row-head">
              <PlaceButton name={name} light={light} />
              <span className="dry-sureness">
                {t('unitUses', {
                  count: tasks.filter((task) => task.leaders.some((leader) => leader.name === name)).length,
                })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function placesByName(names: readonly DraftName[]): Map<string, string> {
  const places = new Map<string, Set<string>>()
  for (const { name, place } of names) {
    const keys = places.get(name) ?? new Set()
    places.set(name, keys.add(placeKey(place)))
  }
  return new Map([...places].map(([name, keys]) => [name, [...keys].join(' ')]))
}

function PlaceButton({ name, light }: { name: string; light: string }) {
  const { showInSource } = useImportActions()
  return (
    <button
      type="button"
      className="dry-words"
      data-words=""
      data-stop=""
      onClick={() => showInSource(light.split(' ')[0] ?? '')}
    >
      <span lang="zh-CN" className="dry-object">
        {name}
      </span>
    </button>
  )
}

function UnitRow({ unit, light, open }: { unit: ImportUnit; light: string; open: boolean }) {
  const { t } = useTranslation('imports')
  const { readOnly, openForm, correctNow } = useImportActions()
  const unsettled = isUnsettledUnit(unit)
  return (
    <li
      className={unsettled ? 'dry-row dry-row-doubtful' : 'dry-row'}
      data-light={light}
      data-reading={unit.name}
    >
      <div className="dry-row-head">
        <PlaceButton name={unit.name} light={light} />
        <span className="dry-sureness">{t('unitUses', { count: unit.uses })}</span>
      </div>
      {open && !readOnly ? (
        <UnitForm unit={unit} />
      ) : (
        <div className="dry-facts">
          <StandsFor unit={unit} />
          {!readOnly && (
            <span className="dry-actions">
              <button type="button" className="dry-action" onClick={() => openForm(formOf.unit(unit.name))}>
                {t('unitChange')}
              </button>
              {unsettled && (
                <button
                  type="button"
                  className="dry-action"
                  onClick={() => correctNow({ type: 'choose-unit', name: unit.name, choice: unit.choice })}
                >
                  {t('unitAccept')}
                </button>
              )}
            </span>
          )}
        </div>
      )}
    </li>
  )
}

function StandsFor({ unit }: { unit: ImportUnit }) {
  const { t } = useTranslation('imports')
  const { choice } = unit
  const words =
    choice.kind === 'new'
      ? t('unitNew', { name: choice.name, kind: t(`unitKind_${choice.unitKind}`) })
      : unit.unitName === unit.name
        ? t('unitSame')
        : t('unitKnown', { name: unit.unitName })
  return (
    <span>
      {words}
      {unit.chosen ? ` · ${t('unitChosen')}` : choice.kind === 'new' && ` · ${t('unitProposed')}`}
    </span>
  )
}
