import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

interface EntryPageProps {
  readonly heading: string
  readonly lead: string
  readonly permit: string
  readonly denied: { readonly title: string; readonly next: string }
  /** The form, for the place of the post in use. */
  readonly children: (place: { readonly placeCode: string; readonly placeName: string }) => ReactNode
}

/** The page around a form that raises something: the way back, what it is, and the form for whoever may. */
export const EntryPage = ({ heading, lead, permit, denied, children }: EntryPageProps) => {
  const field = useWords('field')
  const say = useSay()
  const me = useMe()
  const active = me.data?.active
  return (
    <div className="lx-page">
      <Link to="/field" className="back">
        <ArrowLeft aria-hidden="true" />
        {field('case.back')}
      </Link>
      <div>
        <h1>{heading}</h1>
        <p className="lx-quiet lx-small">{lead}</p>
      </div>
      {active && me.data?.can.includes(permit)
        ? children({ placeCode: active.placeCode, placeName: say.place(active) })
        : me.data && <EmptyState title={denied.title}>{denied.next}</EmptyState>}
    </div>
  )
}
