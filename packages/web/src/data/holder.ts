import type { Me } from '@lianxin/contract/account/account-routes'

/**
 * Whose something on this device is, and for which post. The post alone does not say: who acts for its holder has it too, and
 * a successor gets it.
 */
export interface Holder {
  readonly accountId: string
  readonly postId: string
}

export const holderOf = (me: Me | undefined): Holder | undefined =>
  me?.accountId && me.active ? { accountId: me.accountId, postId: me.active.id } : undefined

export const isOf = (
  { accountId, postId }: Holder,
  one: { readonly accountId: string; readonly postId: string },
): boolean => one.accountId === accountId && one.postId === postId
