import { fileRoutes } from '@lianxin/contract/file/file-routes'
import { standingHeaders, throughSession, urlOf } from './api-client.ts'
import { problemOf, unreachable } from './api-problem.ts'

export interface SentPhoto {
  readonly fileId: string
  /** Pixels, as stored. */
  readonly width: number
  readonly height: number
}

/** Sends one photo; the server re-encodes it and removes its metadata before anybody sees it. */
export const uploadPhoto = (file: File, signal?: AbortSignal): Promise<SentPhoto> =>
  throughSession(async () => {
    const form = new FormData()
    form.append('file', file)
    const { path, method } = fileRoutes.upload
    const answer = await fetch(path, {
      method,
      body: form,
      headers: standingHeaders(),
      credentials: 'same-origin',
      signal: signal ?? null,
    }).catch((cause: unknown) => Promise.reject(signal?.aborted ? cause : unreachable(cause)))
    if (!answer.ok) throw await problemOf(answer)
    return (await answer.json()) as SentPhoto
  })

/** Address of a photo of a matter within reach. */
export const photoUrl = (id: string, size: 'full' | 'thumb'): string =>
  urlOf(fileRoutes.view, { params: { id }, query: { size } })
