import { type ComponentProps, lazy, Suspense } from 'react'
import type { Dialog } from '../../ui/dialog.tsx'

const Loaded = lazy(() => import('../../ui/dialog.tsx').then((module) => ({ default: module.Dialog })))

/** A dialog whose library comes with the first press that opens one. */
export const LaterDialog = (props: ComponentProps<typeof Dialog>) =>
  props.open && (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  )
