import { followRoutes } from '@lianxin/contract/follow/follow-routes'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api } from '../../data/api-client.ts'
import { type EnterEntry, otpOf } from './enter-entry.ts'
import { startFollowed } from './followed-case.ts'

/** Opens a follow session and goes to the matter; every failure stays with the form. */
export const useEnter = () => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const busy = useRef(false)
  const [pending, setPending] = useState<'open' | 'otp' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  const attempt = async (step: 'open' | 'otp', call: () => Promise<unknown>): Promise<boolean> => {
    if (busy.current) return false
    busy.current = true
    setPending(step)
    setProblem(null)
    try {
      await call()
      return true
    } catch (refused) {
      setProblem(refused)
      return false
    } finally {
      busy.current = false
      setPending(null)
    }
  }

  const open = async ({ way, number, code, phone, otp }: EnterEntry): Promise<boolean> => {
    const opened = await attempt('open', () =>
      way === 'code'
        ? api(followRoutes.byCode, { body: { number: number.trim(), followCode: code.trim() } })
        : api(followRoutes.byOtp, { body: { number: number.trim(), phone: phone.trim(), otp: otpOf(otp) } }),
    )
    if (opened) {
      void startFollowed(client)
      void navigate({ to: '/follow/case' })
    }
    return opened
  }

  const askOtp = ({ number, phone }: EnterEntry): Promise<boolean> =>
    attempt('otp', () => api(followRoutes.askOtp, { body: { number: number.trim(), phone: phone.trim() } }))

  return { open, askOtp, pending, problem, forgive: () => setProblem(null) }
}
