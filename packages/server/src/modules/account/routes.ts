import { accountRoutes } from '@lianxin/contract'
import type { StreamRoute } from '../../kernel/module.ts'
import { Refused } from '../../kernel/refused.ts'
import type { SignIn } from './sign-in.ts'

/** Signing in and out set cookies, which is why they are stream routes. */
export const signInRoutes = (signIn: SignIn): readonly StreamRoute[] => [
  {
    route: accountRoutes.signIn,
    async handle({ request, reply }) {
      const { username, password } = request.body as { username: string; password: string }
      const result = await signIn.signIn(username.toLowerCase(), password)
      if (typeof result === 'string') throw new Refused({ refusal: result })
      return reply.header('set-cookie', [...result.cookies]).send({ ok: true })
    },
  },
  {
    route: accountRoutes.signOut,
    async handle({ request, reply }) {
      const cookies = await signIn.signOut(request.headers.cookie ?? '')
      return reply.header('set-cookie', [...cookies]).send({ ok: true })
    },
  },
]
