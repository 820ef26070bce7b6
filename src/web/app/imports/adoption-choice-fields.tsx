import { useQuery } from '@tanstack/react-query'
import { Radio, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeList } from '../../../contract/programmes.ts'
import { adoptionWays, chosenProgramme, programmesFor, type AdoptionChoice } from './adoption-choice.ts'
import { unitsQuery } from './import-queries.ts'

type AdoptionChoiceFieldsProps = {
  choice: AdoptionChoice
  programmes: ProgrammeList
  /** Whether to say that the district is missing. */
  checked: boolean
  onChange: (choice: AdoptionChoice) => void
}

/** Asked only where something of the same year stands already. */
export function AdoptionChoiceFields({ choice, programmes, checked, onChange }: AdoptionChoiceFieldsProps) {
  const { t } = useTranslation('imports')
  const id = useId()
  const { way } = choice
  const offered = programmesFor(way, programmes)
  const districtMissing = checked && way === 'share' && choice.issuerId === null
  return (
    <div className="dry-adopt-way">
      <Radio.Group
        aria-label={t('adoptWay')}
        value={way}
        onChange={(event) => {
          const picked = adoptionWays.find((each) => each === event.target.value)
          if (picked) onChange({ ...choice, way: picked })
        }}
        options={adoptionWays.map((each) => ({ value: each, label: t(`adoptWay_${each}`) }))}
      />
      {way !== 'new' && (
        <div className="dry-field">
          <label htmlFor={`${id}-programme`}>{t(`adoptOf_${way}`)}</label>
          <Select
            id={`${id}-programme`}
            value={chosenProgramme(choice, programmes)?.id ?? null}
            options={offered.map((programme) => ({ value: programme.id, label: programme.title }))}
            onChange={(programmeId) => onChange({ ...choice, programmeId })}
          />
        </div>
      )}
      {way === 'share' && (
        <div className="dry-field">
          <label htmlFor={`${id}-district`}>{t('adoptDistrict')}</label>
          <DistrictSelect
            id={`${id}-district`}
            choice={choice}
            onChange={onChange}
            missing={districtMissing}
          />
          {districtMissing && (
            <p className="dry-error" role="alert">
              {t('adoptDistrictMissing')}
            </p>
          )}
        </div>
      )}
    </div>
  )
}

type DistrictSelectProps = Pick<AdoptionChoiceFieldsProps, 'choice' | 'onChange'> & {
  id: string
  missing: boolean
}

function DistrictSelect({ id, choice, onChange, missing }: DistrictSelectProps) {
  const units = useQuery(unitsQuery)
  const districts = units.data?.filter(({ kind }) => kind === 'district') ?? []
  return (
    <Select
      id={id}
      value={choice.issuerId}
      loading={units.isPending}
      {...(missing ? { status: 'error' } : {})}
      options={districts.map((unit) => ({ value: unit.id, label: unit.name }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(issuerId) => onChange({ ...choice, issuerId })}
    />
  )
}
