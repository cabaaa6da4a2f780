import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/base.css'
import { queryClient } from '../data/query-client.ts'
import { loadWords } from '../messages/words.ts'
import { applyPreferences, getPreferences } from '../ui/preferences.ts'
import { router } from './router.tsx'

applyPreferences()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const { locale } = getPreferences()
await Promise.all([loadWords(locale, 'shell'), loadWords(locale, 'ui')])
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Suspense>
        <RouterProvider router={router} />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
)
