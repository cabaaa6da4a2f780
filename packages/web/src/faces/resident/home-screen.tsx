import { useWords } from '../../messages/words.ts'

export const HomeScreen = () => {
  const t = useWords('shell')
  return (
    <div className="lx-page">
      <h1>{t('title.resident')}</h1>
    </div>
  )
}
