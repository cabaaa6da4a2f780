import type { DemoMessage } from '@lianxin/contract/message/message-routes'
import { Link } from '@tanstack/react-router'
import { Mail, MessageSquareText, Smartphone } from 'lucide-react'
import { useDemoMessages } from '../../features/message/use-demo-messages.ts'
import { useWords } from '../../messages/words.ts'
import { AppHeader } from '../../ui/app-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import './messages-screen.css'

const ICONS = { sms: MessageSquareText, mail: Mail, push: Smartphone } as const

const Letter = ({ message }: { readonly message: DemoMessage }) => {
  const t = useWords('message')
  const Icon = ICONS[message.channel]
  return (
    <li className="letter">
      <p className="letter-head">
        <Icon aria-hidden="true" />
        <span>{t(`channel.${message.channel}`)}</span>
        <strong>{message.to}</strong>
        <span className="letter-when">
          {t(`state.${message.state}`)} · <Time at={message.at} />
        </span>
      </p>
      <p className="letter-text">{message.text}</p>
    </li>
  )
}

/** The demonstration's telephone: every message that would have left the house, so that codes can be read here. */
export const MessagesScreen = () => {
  const t = useWords('message')
  const messages = useDemoMessages()
  const rows = messages.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <AppHeader
        home={(mark) => (
          <Link to="/" className="lx-header-home">
            {mark}
          </Link>
        )}
      />
      <main id="main" tabIndex={-1} className="lx-main">
        <div className="lx-page">
          <h1>{t('heading')}</h1>
          <Banner kind="info" title={t('what')} />
          {messages.isPending && <Skeleton shape="cards" />}
          {messages.error && (
            <ProblemBanner problem={messages.error} onRetry={() => void messages.refetch()} />
          )}
          {messages.data && rows.length === 0 && (
            <EmptyState
              icon={<MessageSquareText aria-hidden="true" />}
              title={t('empty')}
              action={<Link to="/">{t('emptyAction')}</Link>}
            >
              {t('emptyNext')}
            </EmptyState>
          )}
          <ul className="letters">
            {rows.map((message) => (
              <Letter key={message.id} message={message} />
            ))}
          </ul>
          {messages.hasNextPage && (
            <Button onClick={() => void messages.fetchNextPage()} pending={messages.isFetchingNextPage}>
              {t('more')}
            </Button>
          )}
        </div>
      </main>
    </>
  )
}
