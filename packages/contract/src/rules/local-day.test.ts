import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayAt, dayOfIsoDate, instantOf, isoDateOf, toEpochMs, weekdayOf, yearOf } from './local-day.ts'

describe('local days', () => {
  test.each([
    ['2026-11-23T15:59:59.999Z', '2026-11-23', 0],
    ['2026-11-23T16:00:00Z', '2026-11-24', 1],
    ['2024-02-28T16:00:00Z', '2024-02-29', 3],
    ['1969-12-31T00:00:00+08:00', '1969-12-31', 2],
  ])('%s is in China on %s, weekday %i from Monday', (instant, date, weekday) => {
    const day = dayAt(toEpochMs(instant), 480)
    expect(isoDateOf(day)).toBe(date)
    expect(weekdayOf(day)).toBe(weekday)
    expect(yearOf(day)).toBe(Number(date.slice(0, 4)))
    expect(dayOfIsoDate(date)).toBe(day)
    expect(instantOf(day, 1440, 480)).toBe(instantOf(day + 1, 0, 480))
  })
})

describe('the time zone of the process', () => {
  const folder = import.meta.dirname
  const script = `
    const { deadline, OFFICE_HOURS, formatPublicNumber } = await import(${JSON.stringify(`${folder}/index.ts`)})
    const calendar = { version: '1', utcOffsetMinutes: 480, years: { 2026: { published: true, holidays: ['2026-03-09'], makeUpWorkdays: ['2026-03-07'] } } }
    const due = []
    for (const kind of ['urgentHour', 'workingHour', 'workingDay', 'calendarDay'])
      for (const begins of [Date.UTC(2026, 2, 1), Date.UTC(2028, 1, 20)])
        for (let hour = 0; hour < 400; hour += 1)
          due.push(deadline({ kind, limit: 9, hours: OFFICE_HOURS, calendar, startAt: begins + hour * 3_600_000 }).dueAt)
    due.push(formatPublicNumber({ prefix: 'HG', serial: 1, registeredAt: '2026-03-08T02:30:00-05:00', utcOffsetMinutes: 480 }))
    console.log(JSON.stringify(due))`
  const answerIn = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })

  test('changes no answer, on either side of the world and over a change of clocks and a leap day', () => {
    const answers = ['America/New_York', 'Pacific/Kiritimati'].map(answerIn)
    expect(JSON.parse(answers[0] ?? '')).toHaveLength(3201)
    expect(new Set(answers).size).toBe(1)
  })

  test('is never asked for: no rule reads the clock or a local part of a date', () => {
    const ambient =
      /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Time[zZ]one\w*)\(|toLocale|Date\.now|new Date\(\)|Intl\./
    const rules = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    expect(rules).toContain('local-day.ts')
    for (const name of rules) expect(readFileSync(`${folder}/${name}`, 'utf8'), name).not.toMatch(ambient)
  })
})
