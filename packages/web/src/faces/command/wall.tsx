import type { OpenWhistle } from '@lianxin/contract/whistle/whistle-views'
import { useNewerApp } from '../../data/newer-app.ts'
import { useSay } from '../../features/case/use-say.ts'
import { STALE_MS, useAreas, useBoard, useUpcoming } from '../../features/figures/use-figures.ts'
import { useNews } from '../../features/figures/use-news.ts'
import { useOpenWhistles } from '../../features/whistle/use-open-whistles.ts'
import { useWords } from '../../messages/words.ts'
import { useSeconds } from '../../ui/now.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { playedSpeed } from '../../ui/server-time.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CasesPane } from './cases-pane.tsx'
import { DuePane } from './due-pane.tsx'
import { FiguresPane } from './figures-pane.tsx'
import { HoursPane } from './hours-pane.tsx'
import { NewsPane } from './news-pane.tsx'
import { PlacesPane } from './places-pane.tsx'
import { WallHeader } from './wall-header.tsx'
import { WallMap } from './wall-map.tsx'
import { WhistlesPane } from './whistles-pane.tsx'

/** Enough to see what comes next; the rest is in the list of the desk. */
const UPCOMING = 12
const NO_WHISTLES: readonly OpenWhistle[] = []

/** What is late, where, and who is on it. `place`: what is looked at; the reader's own place without it. */
export const Wall = ({ place }: { readonly place: string | undefined }) => {
  const t = useWords('command')
  const say = useSay()
  const now = useSeconds()
  const board = useBoard(place)
  const areas = useAreas()
  const upcoming = useUpcoming(place, UPCOMING)
  const whistles = useOpenWhistles(place)
  const { news, line } = useNews(board.data?.seq)
  useNewerApp('by itself')
  const { data } = board
  const stale = data !== undefined && now - data.at > STALE_MS * playedSpeed()
  return (
    <>
      <WallHeader path={data?.path ?? []} line={line} asOf={stale ? data.at : null} now={now} />
      <main id="main" tabIndex={-1} className="wall" data-stale={stale || line.cutAt !== null || undefined}>
        <h1 className="lx-hidden">{t('heading', { place: data ? say.name(data.place) : '' })}</h1>
        {board.error && !data && <ProblemBanner problem={board.error} onRetry={() => void board.refetch()} />}
        <div className="wall-left">
          {data ? (
            <>
              <FiguresPane board={data} />
              {data.below.length > 0 && <PlacesPane board={data} />}
              {data.place.code.length >= 12 && <CasesPane place={data.place} now={now} />}
            </>
          ) : (
            board.isPending && <Skeleton shape="cards" count={4} />
          )}
        </div>
        <div className="wall-middle">
          <WallMap
            areas={areas.data?.areas ?? []}
            place={data?.place ?? null}
            whistles={whistles.data?.rows ?? NO_WHISTLES}
          />
          {data && <HoursPane hours={data.hours} at={data.at} />}
        </div>
        <div className="wall-right">
          <WhistlesPane whistles={whistles.data?.rows ?? []} now={now} />
          <DuePane due={upcoming.data} now={now} />
          <NewsPane news={news} areas={areas.data?.areas ?? []} within={data?.place.code ?? ''} />
        </div>
      </main>
    </>
  )
}
