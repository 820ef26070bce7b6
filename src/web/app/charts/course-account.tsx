import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../session.tsx'

const CourseFigure = lazy(async () => ({ default: (await import('./course-figure.tsx')).CourseFigure }))

type CourseAccountProps = { programmeId: string; indicatorId: string }

/** For those who work on it: the picture of a promise's course, asked for and drawn when it is unfolded. */
export function CourseAccount({ programmeId, indicatorId }: CourseAccountProps) {
  const { t } = useTranslation('charts')
  const mayRead = useMayDo()('light.read')
  const [isOpen, setIsOpen] = useState(false)
  if (!mayRead) return null
  return (
    <details
      className="panel-course"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{t('courseSummary')}</summary>
      {isOpen && (
        <Suspense>
          <CourseFigure key={indicatorId} programmeId={programmeId} indicatorId={indicatorId} />
        </Suspense>
      )}
    </details>
  )
}
