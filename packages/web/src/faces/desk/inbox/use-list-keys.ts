import type { CaseRow } from '@lianxin/contract/case/case-views'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { lineId } from './case-line.tsx'
import { SEARCH_ID } from './inbox-tools.tsx'

interface ListKeys {
  readonly rows: readonly CaseRow[]
  readonly openId: string | undefined
  readonly showKeys: () => void
}

/** Keys belong to whoever is typing, choosing from a list, or answering a dialog; ours come after. */
export const isTaken = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.defaultPrevented ||
  (event.target instanceof Element &&
    event.target.closest(
      'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"], [role="application"]',
    ) !== null)

/**
 * The list by keyboard: j and k move, Enter or o opens, / searches, ? tells the keys. Moving does not open, because
 * opening a matter is a read that the ledger notes.
 */
export const useListKeys = ({ rows, openId, showKeys }: ListKeys) => {
  const [cursorId, setCursorId] = useState<string>()
  const navigate = useNavigate()
  const id = cursorId ?? openId

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isTaken(event)) return
      const place = rows.findIndex((row) => row.id === id)
      const step = (by: number) => {
        const next = rows[Math.min(rows.length - 1, Math.max(0, place + by))]
        if (!next) return
        setCursorId(next.id)
        document.getElementById(lineId(next.id))?.focus()
      }
      const open = () => id && void navigate({ to: '/desk/case/$id', params: { id }, search: true })
      const actions: Readonly<Record<string, () => void>> = {
        j: () => step(1),
        k: () => step(place < 0 ? 1 : -1),
        o: open,
        '/': () => document.getElementById(SEARCH_ID)?.focus(),
        '?': showKeys,
      }
      const action = actions[event.key]
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [rows, id, navigate, showKeys])

  return { id, set: setCursorId }
}
