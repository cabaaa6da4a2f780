import { useSyncExternalStore } from 'react'

const KEY = 'lianxin.post'
const listeners = new Set<() => void>()

/** The post in use in this tab: two tabs may work for two posts of the same person. */
export const getActivePost = (): string | null => {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

export const setActivePost = (postId: string | null): void => {
  try {
    if (postId === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, postId)
  } catch {
    // Without storage the server falls back to the person's first post.
  }
  // Photos are fetched by the browser itself, which sends no header of ours.
  document.cookie = `lianxin_post=${postId ?? ''}; path=/api; samesite=strict; max-age=${postId ? 86_400 : 0}`
  for (const listener of listeners) listener()
}

export const useActivePost = (): string | null =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, getActivePost)
