import { useTranslation } from 'react-i18next'

type Acted = { readonly by: string; readonly standsIn: boolean; readonly post?: string }

/** Who did something, for every history: whoever stood in for the holder of a post is shown to (glossary: 代岗). */
export function useActor(): (acted: Acted) => string {
  const { t } = useTranslation()
  return ({ by, standsIn, post }) => {
    if (post !== undefined) return t(standsIn ? 'actorForPost' : 'actorOfPost', { by, post })
    return standsIn ? t('actorStandingIn', { by }) : by
  }
}
