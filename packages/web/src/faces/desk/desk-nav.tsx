import type { Me } from '@lianxin/contract/account/account-routes'
import { Link, useLocation } from '@tanstack/react-router'
import { Badge, Button, Dropdown } from 'antd'
import {
  Bell,
  BookOpenCheck,
  ChevronDown,
  DoorOpen,
  Inbox,
  type LucideIcon,
  Megaphone,
  MessageSquareText,
  MonitorDot,
  Route,
  Scale,
  Siren,
  SlidersHorizontal,
  Star,
  UsersRound,
} from 'lucide-react'
import { useConfig } from '../../data/me.ts'
import { useCounts } from '../../features/case/use-case.ts'
import { useGateOverdue } from '../../features/gate/use-gate.ts'
import { useAdviceWaiting } from '../../features/whistle/use-called.ts'
import { useWords } from '../../messages/words.ts'

type Room = {
  readonly to: string
  readonly permit: string | readonly string[]
  readonly name: string
  readonly icon: LucideIcon
}

/** The rooms of the desk in the order of how often they are entered. `permit`: who may enter is who sees the door. */
const ROOMS: readonly Room[] = [
  { to: '/desk', permit: 'case.list', name: 'inbox', icon: Inbox },
  { to: '/desk/alerts', permit: 'alert.list', name: 'alerts', icon: Bell },
  { to: '/command', permit: 'figures.view', name: 'command', icon: MonitorDot },
  { to: '/desk/gate', permit: 'gate.view', name: 'gate', icon: DoorOpen },
  { to: '/desk/evaluation', permit: 'rating.list', name: 'evaluation', icon: Scale },
  { to: '/desk/whistles', permit: 'whistle.board', name: 'whistles', icon: Siren },
  { to: '/desk/rate', permit: 'rating.rateUp', name: 'rateUp', icon: Star },
  { to: '/desk/echo', permit: 'echo.publish', name: 'echo', icon: Megaphone },
  { to: '/desk/posts', permit: ['case.takeOver', 'post.list'], name: 'posts', icon: UsersRound },
  { to: '/desk/routing', permit: 'routing.change', name: 'routing', icon: Route },
  { to: '/desk/ledger', permit: 'ledger.read', name: 'ledger', icon: BookOpenCheck },
  { to: '/desk/settings', permit: 'setting.view', name: 'settings', icon: SlidersHorizontal },
]

const MESSAGES: Room = { to: '/demo/messages', permit: '', name: 'messages', icon: MessageSquareText }

/** So many doors fit beside the names in either language; the others are behind “more”. */
const MOST_SHOWN = 4

/** A matter belongs to the list; every other page to the room that its address begins with. */
const isIn = ({ to }: Room, pathname: string): boolean =>
  to === '/desk' ? /^\/desk($|\/case\/|\/new$)/.test(pathname) : `${pathname}/`.startsWith(`${to}/`)

export const DeskNav = ({ me }: { readonly me: Me }) => {
  const t = useWords('desk')
  const config = useConfig()
  const { pathname } = useLocation()
  const rooms = [
    ...ROOMS.filter(({ permit }) => [permit].flat().some((one) => me.can.includes(one))),
    ...(config.data?.mode === 'demo' ? [MESSAGES] : []),
  ]
  const first = rooms.length > MOST_SHOWN + 1 ? rooms.slice(0, MOST_SHOWN) : rooms
  const others = rooms.filter((room) => !first.includes(room))
  const here = others.find((room) => isIn(room, pathname))
  const items = others
    .filter((room) => room !== here)
    .map((room) => ({ key: room.to, label: <RoomLink room={room} isHere={false} me={me} /> }))
  return (
    <nav className="desk-nav" aria-label={t('nav.label')}>
      {[...first, ...(here ? [here] : [])].map((room) => (
        <RoomLink key={room.to} room={room} isHere={isIn(room, pathname)} me={me} />
      ))}
      {items.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items }}>
          {/* As large as the names beside it, which the component library does not know. */}
          <Button type="text" className="desk-nav-link" style={{ fontSize: 'inherit' }}>
            {t('nav.more')}
            {/* What waits behind a door that is folded away is not folded away with it. */}
            {others.some((room) => room !== here && room.name === 'whistles') && <LetterCount me={me} />}
            <ChevronDown aria-hidden="true" />
          </Button>
        </Dropdown>
      )}
    </nav>
  )
}

interface RoomLinkProps {
  readonly room: Room
  readonly isHere: boolean
  readonly me: Me
}

const RoomLink = ({ room: { to, name, icon: Icon }, isHere, me }: RoomLinkProps) => {
  const t = useWords('desk')
  return (
    <Link
      to={to}
      className="desk-nav-link"
      {...(to === '/command' ? { preload: false } : {})}
      activeOptions={{ exact: to === '/desk', includeSearch: false }}
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon aria-hidden="true" />
      {t(`nav.${name}`)}
      {name === 'alerts' && <AlertCount me={me} />}
      {name === 'whistles' && <LetterCount me={me} />}
    </Link>
  )
}

interface CountProps {
  readonly me: Me
}

/** What is late: matters, letters of advice that were not answered in time, and what the gate has not decided in time. */
const AlertCount = ({ me }: CountProps) => {
  const matters = useCounts().data?.alerts ?? 0
  const letters = useAdviceWaiting(me.can.includes('whistle.readAdvice')).data?.overdue.length ?? 0
  const requests = useGateOverdue(me.can.includes('gate.view')).data
  const count = matters + letters + (requests?.rows.length ?? 0)
  return <Count name={requests?.next ? 'alertsMore' : 'alerts'} count={count} />
}

/** Letters of advice that the own unit has still to answer. */
const LetterCount = ({ me }: CountProps) => {
  const waiting = useAdviceWaiting(me.can.includes('whistle.readAdvice'))
  return <Count name="whistles" count={waiting.data?.toAnswer ?? 0} />
}

interface WaitingProps {
  /** Of more than are counted: a plus stands behind the number. */
  readonly name: 'alerts' | 'alertsMore' | 'whistles'
  readonly count: number
}

const Count = ({ name, count }: WaitingProps) => {
  const t = useWords('desk')
  if (count === 0) return null
  const of =
    name === 'alertsMore' ? { count: count + 1, overflowCount: count } : { count, overflowCount: 999 }
  return <Badge {...of} size="small" title={t(`nav.waiting.${name}`, { count })} />
}
