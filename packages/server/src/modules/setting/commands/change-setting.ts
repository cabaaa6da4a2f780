import { type SettingChanged, settingOf, settingRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { must } from '../../../kernel/refused.ts'
import { decideChange, type SettingState } from '../domain/decide-change.ts'
import { valueFaults } from '../domain/value-faults.ts'
import { stateOf } from '../queries/setting-state.ts'
import { type KnownItems, unknownItems } from '../queries/unknown-items.ts'
import { keepChange } from '../store.ts'

/** A rule gets a new version from a moment on. What is open and keeps the old one is not touched. */
export const changeSetting = (knownItems: KnownItems) =>
  command<typeof settingRoutes.change, SettingState, NewEvent<SettingChanged>>({
    route: settingRoutes.change,
    permit: 'setting.view',
    async load(tx, _permit, { params: { name }, body }) {
      permitFor(tx, settingOf(name).permit)
      return stateOf(tx, name, valueFaults(name, body.value, await unknownItems(tx, knownItems, name)))
    },
    decide: (state, { body }, now) => decideChange(state, body, now),
    async save(tx, { name }, events, { body }) {
      const event = must(events[0], { refusal: 'server.fault' })
      await keepChange(tx, name, event, body)
      const { version, effectiveFrom } = event.payload
      return { name, version, effectiveFrom, eventId: event.id }
    },
    answer: (_tx, { name, version, effectiveFrom, eventId }) => ({
      name: name as SettingState['name'],
      version: Number(version),
      effectiveFrom: Number(effectiveFrom),
      eventId: String(eventId),
    }),
  })
