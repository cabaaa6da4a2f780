import { useWords } from '../../messages/words.ts'

/** Ink on its ground, as the contrast test pairs them. */
const PAIRS = [
  ['--ink', '--ground'],
  ['--ink', '--surface'],
  ['--ink-soft', '--surface-sunk'],
  ['--ink-quiet', '--surface'],
  ['--on-action', '--action'],
  ['--action', '--action-tint'],
  ['--on-brand', '--brand'],
  ['--brand-ink', '--brand-tint'],
  ['--danger', '--danger-tint'],
] as const

const SIZES = ['--text-h1', '--text-h2', '--text-h3', '--text-lead', '--text', '--text-small'] as const

export const TokensShown = () => {
  const t = useWords('design')
  return (
    <>
      <ul className="lx-swatches">
        {PAIRS.map(([ink, ground]) => (
          <li
            key={ink + ground}
            className="lx-swatch"
            style={{ color: `var(${ink})`, background: `var(${ground})` }}
          >
            {ink.slice(2)} / {ground.slice(2)}
          </li>
        ))}
      </ul>
      <div>
        {SIZES.map((size) => (
          <p key={size} className="lx-type-line" style={{ fontSize: `var(${size})` }}>
            {t('sample')} 0123456789
          </p>
        ))}
      </div>
    </>
  )
}
