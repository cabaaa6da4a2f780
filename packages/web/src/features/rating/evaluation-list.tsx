import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { EvaluationFigures } from './evaluation-figures.tsx'
import { EvaluationLine } from './evaluation-line.tsx'
import { isUnit, type RowsProps } from './evaluation-rows.tsx'

/** So many rows stand on a phone at first: a district has a hundred and more, and what comes after them would never be seen. */
const FIRST = 12

/** On a phone: the whole first, and below it the rows, of which one is open at a time; many are found by name. */
export const EvaluationList = ({ data, nameOf, numberOf, unitLink: UnitLink }: RowsProps) => {
  const t = useWords('rating')
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const many = data.rows.length > FIRST
  // What was typed among many holds nothing back where there is no field to clear it.
  const wanted = many ? typed.trim().toLowerCase() : ''
  const found = wanted ? data.rows.filter((row) => nameOf(row).toLowerCase().includes(wanted)) : data.rows
  const shown = all || wanted ? found : found.slice(0, FIRST)
  return (
    <>
      <section className="lx-evaluation-whole" aria-labelledby="evaluation-whole">
        <h2 id="evaluation-whole">{nameOf(data.total)}</h2>
        <EvaluationFigures row={data.total} number={numberOf(data.total)} />
      </section>
      {many && <TextField label={t(`find.${data.by}`)} value={typed} onChange={setTyped} maxLength={40} />}
      <p role="status" className="lx-quiet">
        {wanted ? t('found', { count: found.length }) : null}
      </p>
      <section className="lx-evaluation-rows" aria-label={t('table')}>
        {shown.map((row) => (
          <Fold
            key={row.key}
            name="evaluation-row"
            open="never"
            title={
              <EvaluationLine
                name={nameOf(row)}
                more={t('line', { registered: row.counts.registered, overdue: row.counts.openOverdue })}
              />
            }
          >
            <EvaluationFigures row={row} number={numberOf(row)} />
            {UnitLink && isUnit(data, row) && <UnitLink id={row.key}>{t('unit.open')}</UnitLink>}
          </Fold>
        ))}
      </section>
      {shown.length < found.length && (
        <Button wide onClick={() => setAll(true)}>
          {t('showAll', { count: found.length })}
        </Button>
      )}
    </>
  )
}
