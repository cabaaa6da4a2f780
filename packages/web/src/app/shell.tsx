import { Outlet } from '@tanstack/react-router'
import { useWords } from '../messages/words.ts'
import { NavigationVoice } from './navigation-voice.tsx'

/** The thinnest frame: a way past the header, the announcements, and the screen. Each face brings its own header and <main id="main">. */
export const Shell = () => {
  const t = useWords('shell')
  return (
    <>
      <a className="lx-skip" href="#main">
        {t('skipToContent')}
      </a>
      <NavigationVoice />
      <Outlet />
    </>
  )
}
