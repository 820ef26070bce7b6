import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/shell.css'
import '../styles/living-table.css'
import '../styles/filters.css'
import '../styles/indicator.css'
import '../styles/source.css'
import '../styles/pages.css'
import '../styles/print.css'
import { startLanguages } from './language.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'

// The page's security policy forbids the code generation zod would otherwise try.
z.config({ jitless: true })

await startLanguages()
const root = document.querySelector('#app')
if (!root) throw new Error('The page has no #app to live in')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
