// Written by `npm run db:types` from the migrations. Do not edit.
import type { TimestampColumn, NullableTimestampColumn, JsonColumn } from '../columns.ts'

export interface CommandOutcomeTable {
  readonly tenant: number
  readonly actor: string
  readonly id: string
  readonly body_hash: Uint8Array
  readonly route: string
  readonly outcome: JsonColumn
  readonly recorded_at: TimestampColumn
}

export interface ContentTable {
  readonly tenant: number
  readonly id: string
  readonly stream_id: string
  readonly field: string
  readonly body: Uint8Array | null
  readonly created_at: TimestampColumn
  readonly erased_at: NullableTimestampColumn
}

export interface EventTable {
  readonly tenant: number
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly stream: string
  readonly stream_id: string
  readonly stream_version: number
  readonly actor_kind: string
  readonly actor_account: string | null
  readonly actor_post: string | null
  readonly command_id: string
  readonly payload: JsonColumn
  readonly recorded_at: TimestampColumn
}

export interface MigrationTable {
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly applied_at: TimestampColumn
}

export interface SubscriberPositionTable {
  readonly tenant: number
  readonly name: string
  readonly seq: number
  readonly updated_at: TimestampColumn
}

export interface TenantTable {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly number_prefix: string
  readonly valid_from: string
  readonly valid_to: string | null
}

export interface TenantHeadTable {
  readonly tenant: number
  readonly seq: number
}

export interface TenantKeyTable {
  readonly tenant: number
  readonly key_id: number
  readonly purpose: string
  readonly wrapped: Uint8Array
  readonly created_at: TimestampColumn
  readonly retired_at: NullableTimestampColumn
}

export interface DB {
  readonly command_outcome: CommandOutcomeTable
  readonly content: ContentTable
  readonly event: EventTable
  readonly migration: MigrationTable
  readonly subscriber_position: SubscriberPositionTable
  readonly tenant: TenantTable
  readonly tenant_head: TenantHeadTable
  readonly tenant_key: TenantKeyTable
}
