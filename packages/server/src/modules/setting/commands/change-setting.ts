import { type SettingChanged, settingOf, settingRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decideChange, type SettingState } from '../domain/decide-change.ts'
import { valueFaults } from '../domain/value-faults.ts'
import { completed, versionsOf } from '../queries/look-up-settings.ts'
import { type KnownItems, unknownItems } from '../queries/unknown-items.ts'
import { addSettingVersion } from '../store.ts'

/** A rule gets a new version from a moment on. What is open and keeps the old one is not touched. */
export const changeSetting = (knownItems: KnownItems) =>
  command<typeof settingRoutes.change, SettingState, NewEvent<SettingChanged>>({
    route: settingRoutes.change,
    permit: 'setting.view',
    async load(tx, _permit, { params: { name }, body }) {
      permitFor(tx, settingOf(name).permit)
      const last = (await versionsOf(tx, name)).at(-1)
      return {
        name,
        last: {
          version: last?.version ?? 0,
          effectiveFrom: last?.effectiveFrom ?? 0,
          value: completed(name, last?.value),
        },
        ids: { event: uuidV7(tx.now), stream: derivedId('setting', name) },
        problems: valueFaults(name, body.value, await unknownItems(tx, knownItems, name)),
      }
    },
    decide: (state, { body }, now) => decideChange(state, body, now),
    async save(tx, { name, ids }, events, { body: { value, reason } }) {
      const { id, payload } = must(events[0], { refusal: 'server.fault' })
      const reasonId = reason ? uuidV7(tx.now) : null
      const row = { name, version: payload.version, effectiveFrom: payload.effectiveFrom, value, reasonId }
      ensure(await addSettingVersion(tx, row), { refusal: 'setting.changed' })
      if (reason && reasonId)
        await putContent(tx, [{ id: reasonId, streamId: ids.stream, field: 'reason', text: reason }])
      return { name, version: payload.version, effectiveFrom: payload.effectiveFrom, eventId: id }
    },
    answer: (_tx, { name, version, effectiveFrom, eventId }) => ({
      name: name as SettingState['name'],
      version: Number(version),
      effectiveFrom: Number(effectiveFrom),
      eventId: String(eventId),
    }),
  })
