import { stepWords, type LadderStep } from '../../../domain/order/ladder.ts'
import { useLanguage } from '../language.ts'
import '../lights/lights.css'

/** Only the three orders have a colour of their own; the other steps are words. */
const colourOf: Partial<Record<LadderStep, 'blue' | 'orange' | 'red'>> = {
  blue: 'blue',
  orange: 'orange',
  red: 'red',
}

export function StepMark({ step }: { step: LadderStep }) {
  const { language } = useLanguage()
  const colour = colourOf[step]
  if (colour === undefined) return <span className="step-mark">{stepWords[step][language]}</span>
  return (
    <span className="light-mark" data-colour={colour}>
      {stepWords[step][language]}
    </span>
  )
}
