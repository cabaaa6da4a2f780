import type { Me } from '@lianxin/contract/account/account-routes'
import { Link } from '@tanstack/react-router'
import { useConfig } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { LanguageSwitch, ThemeSwitch } from '../../ui/app-header.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { DeskNav } from './desk-nav.tsx'
import { PersonMenu } from './person-menu.tsx'

export const DeskHeader = ({ me }: { readonly me: Me }) => {
  const t = useWords('desk')
  const say = useSay()
  const config = useConfig()
  return (
    <header className="desk-header">
      <Link to="/desk" className="desk-home">
        <BrandMark size={26} />
        <span className="desk-home-name">{config.data ? say.name(config.data.tenant) : t('name')}</span>
      </Link>
      <DeskNav me={me} />
      <div className="desk-header-tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <PersonMenu me={me} />
      </div>
    </header>
  )
}
