import type { Me } from '@lianxin/contract/account/account-routes'
import { Link, useLocation } from '@tanstack/react-router'
import { Badge } from 'antd'
import {
  Bell,
  BookOpenCheck,
  DoorOpen,
  Inbox,
  Megaphone,
  MessageSquareText,
  MonitorDot,
  Route,
  Scale,
} from 'lucide-react'
import { useConfig } from '../../data/me.ts'
import { useCounts } from '../../features/case/use-case.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { LanguageSwitch, ThemeSwitch } from '../../ui/app-header.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { PersonMenu } from './person-menu.tsx'

const Alerts = () => {
  const t = useWords('desk')
  const counts = useCounts()
  const alerts = counts.data?.alerts ?? 0
  return (
    <Link to="/desk/alerts" className="desk-nav-link">
      <Bell aria-hidden="true" />
      {t('nav.alerts')}
      {alerts > 0 && (
        <Badge count={alerts} overflowCount={999} size="small" title={t('nav.alertCount', { alerts })} />
      )}
    </Link>
  )
}

export const DeskHeader = ({ me }: { readonly me: Me }) => {
  const t = useWords('desk')
  const say = useSay()
  const config = useConfig()
  const { pathname } = useLocation()
  const can = (permission: string) => me.can.includes(permission)
  return (
    <header className="desk-header">
      <Link to="/desk" className="desk-home">
        <BrandMark size={26} />
        <span className="desk-home-name">{config.data ? say.name(config.data.tenant) : t('name')}</span>
      </Link>
      <nav className="desk-nav" aria-label={t('nav.label')}>
        {can('case.list') && (
          <Link
            to="/desk"
            className="desk-nav-link"
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={/^\/desk($|\/case\/)/.test(pathname) ? 'page' : undefined}
          >
            <Inbox aria-hidden="true" />
            {t('nav.inbox')}
          </Link>
        )}
        {can('alert.list') && <Alerts />}
        {can('figures.view') && (
          <Link to="/command" className="desk-nav-link" preload={false}>
            <MonitorDot aria-hidden="true" />
            {t('nav.command')}
          </Link>
        )}
        {can('rating.list') && (
          <Link to="/desk/evaluation" className="desk-nav-link">
            <Scale aria-hidden="true" />
            {t('nav.evaluation')}
          </Link>
        )}
        {can('echo.publish') && (
          <Link to="/desk/echo" className="desk-nav-link">
            <Megaphone aria-hidden="true" />
            {t('nav.echo')}
          </Link>
        )}
        {can('gate.view') && (
          <Link to="/desk/gate" className="desk-nav-link">
            <DoorOpen aria-hidden="true" />
            {t('nav.gate')}
          </Link>
        )}
        {can('routing.change') && (
          <Link to="/desk/routing" className="desk-nav-link">
            <Route aria-hidden="true" />
            {t('nav.routing')}
          </Link>
        )}
        {can('ledger.read') && (
          <Link to="/desk/ledger" className="desk-nav-link">
            <BookOpenCheck aria-hidden="true" />
            {t('nav.ledger')}
          </Link>
        )}
        {can('setting.view') && (
          <Link to="/desk/settings" className="desk-nav-link">
            <Scale aria-hidden="true" />
            {t('nav.settings')}
          </Link>
        )}
        {config.data?.mode === 'demo' && (
          <Link to="/demo/messages" className="desk-nav-link">
            <MessageSquareText aria-hidden="true" />
            {t('nav.messages')}
          </Link>
        )}
      </nav>
      <div className="desk-header-tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <PersonMenu me={me} />
      </div>
    </header>
  )
}
