import { fileRoutes } from '@lianxin/contract/file/file-routes'
import { standingHeaders, urlOf } from './api-client.ts'
import { problemOf, unreachable } from './api-problem.ts'

/** Sends one photo; the server re-encodes it and removes its metadata before anybody sees it. */
export const uploadPhoto = async (
  file: File,
  signal?: AbortSignal,
): Promise<{ fileId: string; width: number; height: number }> => {
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
  return answer.json()
}

/** Address of a photo of a matter within reach. */
export const photoUrl = (id: string, size: 'full' | 'thumb'): string =>
  urlOf(fileRoutes.view, { params: { id }, query: { size } })
