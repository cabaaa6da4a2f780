import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/ground.css'
import { forgetOldDrafts } from '../data/drafts.ts'
import { queryClient } from '../data/query-client.ts'
import { loadWords } from '../messages/words.ts'
import { applyPreferences, getPreferences } from '../ui/preferences.ts'
import { whenWallKnown } from '../ui/server-time.ts'
import { Opening } from './opening.tsx'
import { router } from './router.tsx'

applyPreferences()
whenWallKnown(forgetOldDrafts)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const { locale } = getPreferences()
await Promise.all([loadWords(locale, 'shell'), loadWords(locale, 'ui')])
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={<Opening />}>
        <RouterProvider router={router} />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
)
