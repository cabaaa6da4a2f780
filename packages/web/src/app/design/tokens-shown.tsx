import { useWords } from '../../messages/words.ts'
import '../../ui/tokens-wall.css'

type Pair = readonly [ink: string, ground: string]

/** Ink on its ground, as the contrast test pairs them. */
const PAIRS: readonly Pair[] = [
  ['--ink', '--ground'],
  ['--ink', '--surface'],
  ['--ink-soft', '--surface-sunk'],
  ['--ink-quiet', '--surface'],
  ['--on-action', '--action'],
  ['--action', '--action-tint'],
  ['--on-brand', '--brand'],
  ['--brand-ink', '--brand-tint'],
  ['--on-danger', '--danger'],
  ['--danger', '--danger-tint'],
  ['--state-open', '--state-open-tint'],
  ['--state-due-soon', '--state-due-soon-tint'],
  ['--state-overdue', '--state-overdue-tint'],
  ['--state-waiting', '--state-waiting-tint'],
  ['--state-closed', '--state-closed-tint'],
  ['--state-suspended', '--state-suspended-tint'],
]

/** The wall is dark in every theme. */
const WALL: readonly Pair[] = [
  ['--wall-ink', '--wall-ground'],
  ['--wall-soft', '--wall-surface'],
  ['--wall-quiet', '--wall-raised'],
  ['--wall-chosen', '--wall-ground'],
  ['--wall-open', '--wall-surface'],
  ['--wall-due-soon', '--wall-surface'],
  ['--wall-overdue', '--wall-surface'],
  ['--wall-closed', '--wall-surface'],
  ['--wall-ink', '--wall-land'],
  ['--wall-ink', '--wall-shade-open'],
  ['--wall-ink', '--wall-shade-some'],
  ['--wall-ink', '--wall-shade-many'],
]

const SIZES = ['--text-h1', '--text-h2', '--text-h3', '--text-lead', '--text', '--text-small'] as const

const Swatches = ({ pairs }: { readonly pairs: readonly Pair[] }) => (
  <ul className="lx-swatches">
    {pairs.map(([ink, ground]) => (
      <li
        key={ink + ground}
        className="lx-swatch"
        style={{ color: `var(${ink})`, background: `var(${ground})` }}
      >
        {ink.slice(2)} / {ground.slice(2)}
      </li>
    ))}
  </ul>
)

export const WallShown = () => <Swatches pairs={WALL} />

export const TokensShown = () => {
  const t = useWords('design')
  return (
    <>
      <Swatches pairs={PAIRS} />
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
