import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Search, SearchX, X } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button, buttonDress } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import './echo.css'
import { EntryCard } from './entry-card.tsx'
import { useFacets, useWall } from './use-wall.ts'
import type { WallSearch } from './wall-search.ts'

/** The echo wall: what neighbours raised and what came of it. For everybody, without signing in. */
export const WallScreen = () => {
  const t = useWords('echo')
  const { locale } = usePreferences()
  const search: WallSearch = useSearch({ from: '/resident/echo' })
  const navigate = useNavigate()
  const facets = useFacets()
  const wall = useWall(search)
  const [typed, setTyped] = useState(search.q ?? '')
  const rows = wall.data?.pages.flatMap((page) => page.rows) ?? []
  const narrowed = Boolean(search.q ?? search.community ?? search.item)

  const narrow = (change: { readonly [K in keyof WallSearch]: string }) => {
    const kept = Object.entries({ ...search, ...change }).filter(([, value]) => value !== '')
    void navigate({ to: '/echo', search: Object.fromEntries(kept), replace: true })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    narrow({ q: typed.trim() })
  }
  const widen = () => {
    setTyped('')
    void navigate({ to: '/echo', search: {}, replace: true })
  }

  return (
    <div className="lx-page lx-echo">
      <div>
        <h1>{t('wall.heading')}</h1>
        <p className="lx-lead">{t('wall.lead')}</p>
      </div>
      <search>
        <form className="lx-echo-search" onSubmit={submit}>
          <TextField
            label={t('wall.search')}
            placeholder={t('wall.example')}
            maxLength={60}
            value={typed}
            onChange={setTyped}
          />
          <Button type="submit" kind="primary" icon={<Search aria-hidden="true" />}>
            {t('wall.find')}
          </Button>
          <Select
            label={t('wall.community')}
            none={t('wall.anyCommunity')}
            value={search.community ?? ''}
            onChange={(community) => narrow({ community })}
            options={(facets.data?.communities ?? []).map(({ code, name, nameEn, count }) => ({
              value: code,
              label: t('wall.facet', { name: locale === 'en' ? nameEn : name, count }),
            }))}
          />
          <Select
            label={t('wall.item')}
            none={t('wall.anyItem')}
            value={search.item ?? ''}
            onChange={(item) => narrow({ item })}
            options={(facets.data?.items ?? []).map(({ code, name, nameEn, count }) => ({
              value: code,
              label: t('wall.facet', { name: locale === 'en' ? nameEn : name, count }),
            }))}
          />
        </form>
      </search>
      {narrowed && (
        <div className="lx-echo-narrowed">
          <p role="status">
            {wall.data && t('wall.found', { count: rows.length, more: wall.hasNextPage ? 'yes' : 'no' })}
          </p>
          <Button kind="quiet" icon={<X aria-hidden="true" />} onClick={widen}>
            {t('wall.all')}
          </Button>
        </div>
      )}
      {wall.isPending && <Skeleton count={4} />}
      {wall.isError && (
        <ProblemBanner problem={wall.error} onRetry={() => wall.refetch()} pending={wall.isFetching} />
      )}
      {wall.data && rows.length === 0 && (
        <EmptyState
          icon={narrowed ? <SearchX aria-hidden="true" /> : undefined}
          title={t(narrowed ? 'wall.nothing' : 'wall.empty')}
        >
          {t(narrowed ? 'wall.nothingMore' : 'wall.emptyMore')}
        </EmptyState>
      )}
      <div className="lx-echo-list">
        {rows.map((entry) => (
          <EntryCard key={entry.id} entry={entry} />
        ))}
      </div>
      {wall.hasNextPage && (
        <Button wide pending={wall.isFetchingNextPage} onClick={() => void wall.fetchNextPage()}>
          {t('wall.more')}
        </Button>
      )}
      <nav className="lx-echo-ways" aria-label={t('wall.ways')}>
        <Link to="/echo/me-too" {...buttonDress('secondary', 'normal', true)}>
          {t('wall.mine')}
        </Link>
        <Link to="/deliberations" {...buttonDress('secondary', 'normal', true)}>
          {t('wall.deliberations')}
        </Link>
        <Link to="/report" {...buttonDress('secondary', 'normal', true)}>
          {t('wall.report')}
        </Link>
      </nav>
    </div>
  )
}
