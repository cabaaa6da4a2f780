import type { MeTooReceipt } from '@lianxin/contract/echo/echo-views'
import { meTooRoutes } from '@lianxin/contract/echo/me-too-routes'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { uuidV7 } from '../../data/uuid-v7.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { keepMeToo } from './me-too-store.ts'

/** Which matter is meant. */
export type About = { readonly ref: string } | { readonly entryId: string }

/** “Me too”: at once with a code, or with a number that is proved by a one-time code. A double press counts once. */
export const useMeToo = (about: About) => {
  const client = useQueryClient()
  const { locale } = usePreferences()
  const command = useRef(uuidV7())
  const busy = useRef(false)
  const [receipt, setReceipt] = useState<MeTooReceipt | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const attempt = async (call: () => Promise<void>) => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    setProblem(null)
    try {
      await call()
    } catch (refused) {
      setProblem(refused)
      // Nobody knows whether it arrived: the same command again. Otherwise the next one is another.
      if (!(isApiProblem(refused) && (refused.status === 0 || refused.status >= 500)))
        command.current = uuidV7()
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  const done = (given: MeTooReceipt) => {
    setReceipt(given)
    const { item, communityName, communityNameEn, followCode } = given
    const name = item ? (locale === 'en' ? item.nameEn : item.name) : ''
    keepMeToo({
      code: followCode,
      item: name,
      community: locale === 'en' ? communityNameEn : communityName,
      keptAt: Date.now(),
    })
    void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('echo.') })
  }

  return {
    receipt,
    asked: asked !== null,
    pending,
    problem,
    say: () =>
      attempt(async () => done(await api(meTooRoutes.meToo, { body: about, commandId: command.current }))),
    ask: (phone: string) =>
      attempt(async () => {
        const body = { ...about, phone: phone.trim(), language: locale }
        const { meTooId } = await api(meTooRoutes.askMeTooOtp, { body, commandId: command.current })
        command.current = uuidV7()
        setAsked(meTooId)
      }),
    confirm: (otp: string) =>
      attempt(async () =>
        done(await api(meTooRoutes.confirmMeToo, { body: { meTooId: asked ?? '', otp: otp.trim() } })),
      ),
  }
}
