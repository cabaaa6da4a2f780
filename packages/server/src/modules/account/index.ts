import type { Module } from '../../kernel/module.ts'
import { showMe } from './queries/show-me.ts'
import { signInRoutes } from './routes.ts'
import type { SignIn } from './sign-in.ts'

export { createSignIn, type SignIn, type SignInPorts } from './sign-in.ts'

/** Accounts: signing in and out. Rights are the posts' business. */
export const account = (signIn: SignIn): Module => ({
  name: 'account',
  queries: [showMe],
  streams: signInRoutes(signIn),
})
