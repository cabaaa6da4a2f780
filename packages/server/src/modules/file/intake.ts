import type { Refusal } from '@lianxin/contract'

/** Where photos are kept and how they are taken in: the platform's vault and image library, handed in by app.ts. */
export interface PhotoStore {
  put(tenant: number, id: string, bytes: Uint8Array): Promise<Refusal | undefined>
  get(tenant: number, id: string): Promise<Uint8Array>
  erase(tenant: number, id: string): Promise<boolean>
}

export type Photo = {
  readonly full: Uint8Array
  readonly thumb: Uint8Array
  readonly width: number
  readonly height: number
  readonly sha256: Uint8Array
}

export type PhotoIntake = (bytes: Uint8Array) => Promise<Photo | Refusal>

/** The small picture lies beside the large one under an id of its own: the last digit turned, so that no row is needed. */
export const thumbId = (id: string): string =>
  id.slice(0, -1) + (Number.parseInt(id.slice(-1), 16) ^ 1).toString(16)
