import { levelWords } from '../../../domain/light/light-sentence.ts'
import type { LightColour, LightLevel } from '../../../domain/light/light-level.ts'
import { useLanguage } from '../language.ts'
import './lights.css'

type LightMarkProps = { level: LightLevel; colour: LightColour }

/** A level in its colour and in words: nobody has to tell red from green. */
export function LightMark({ level, colour }: LightMarkProps) {
  const { language } = useLanguage()
  return (
    <span className="light-mark" data-colour={colour}>
      {levelWords[level][language]}
    </span>
  )
}
