import { ERRORS, type ErrorCode } from '@lianxin/contract'
import { expect } from 'vitest'
import type { Reply } from './people.ts'

export type Problem = {
  code: ErrorCode
  title: string
  retry: string
  instance: string
  fields?: { field: string; message: string }[]
}

/** Every refusal is a problem of the catalogue, in a sentence of the reader's language. */
export function problemOf({ type, status, body }: Reply<object>, language: 'zh' | 'en' = 'zh'): Problem {
  const problem = body as Problem
  const { [problem.code]: entry } = ERRORS as Record<string, (typeof ERRORS)[ErrorCode]>
  expect(type).toContain('application/problem+json')
  expect(entry).toBeDefined()
  expect([status, problem.retry]).toEqual([entry?.status, entry?.retry])
  const pattern = (entry?.[language] ?? '')
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  expect(problem.title).toMatch(new RegExp(`^${pattern.join('.+')}$`, 'u'))
  for (const text of [problem.title, ...(problem.fields ?? []).map(({ message }) => message)])
    expect(/[一-鿿]/.test(text)).toBe(language === 'zh')
  expect(problem.instance).toMatch(/^[0-9a-f-]{36}$/)
  return problem
}
