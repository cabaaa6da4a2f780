import Type, { type Static } from 'typebox'
import { At, CodeWord, Version } from '../schema.ts'

/** A rule got a new version. What it says lies in the version's row, which never changes. */
export const SettingChanged = Type.Object({ name: CodeWord, version: Version, effectiveFrom: At })
export type SettingChanged = Static<typeof SettingChanged>
