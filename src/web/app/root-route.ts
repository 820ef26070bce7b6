import { createRootRoute } from '@tanstack/react-router'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { UnexpectedPage } from './pages/unexpected-page.tsx'
import { Shell } from './shell.tsx'

/** What every page stands in. */
export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: UnexpectedPage,
})
