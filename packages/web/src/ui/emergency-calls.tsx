import { useWords } from '../messages/words.ts'
import './emergency-calls.css'

const NUMBERS = [
  ['police', '110'],
  ['fire', '119'],
  ['ambulance', '120'],
] as const

/** Whom to call where it cannot wait. */
export const EmergencyCalls = () => {
  const t = useWords('ui')
  return (
    <ul className="lx-emergency">
      {NUMBERS.map(([name, number]) => (
        <li key={number}>
          <a href={`tel:${number}`}>
            {t(`emergency.${name}`)} <strong>{number}</strong>
          </a>
        </li>
      ))}
    </ul>
  )
}
