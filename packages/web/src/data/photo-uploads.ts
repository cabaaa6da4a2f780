import { useEffect, useRef, useState } from 'react'
import { isApiProblem } from './api-problem.ts'
import { uploadPhoto } from './photos.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { uuidV7 } from './uuid-v7.ts'

/** A photo that the server already keeps, as a draft remembers it. */
export interface KeptPhoto {
  readonly fileId: string
  /** Small data URL; empty when there is none. */
  readonly thumb: string
}

export interface Underway {
  readonly key: string
  readonly file: File
  readonly preview: string
  readonly state: 'sending' | 'failed'
  /** The server's sentence; empty when no answer came. */
  readonly message: string
}

interface Options {
  readonly kept: readonly KeptPhoto[]
  readonly keep: (photo: KeptPhoto) => void
  readonly drop: (fileId: string) => void
}

/**
 * Photos of a draft: each is made small, sent on its own, and kept once the server has it. One that fails waits for
 * another try and holds up nothing.
 */
export const usePhotoUploads = ({ kept, keep, drop }: Options) => {
  const [underway, setUnderway] = useState<readonly Underway[]>([])
  const stops = useRef(new Map<string, AbortController>())

  useEffect(() => {
    const running = stops.current
    return () => {
      for (const stop of running.values()) stop.abort()
    }
  }, [])

  const forget = (key: string) => {
    stops.current.get(key)?.abort()
    stops.current.delete(key)
    setUnderway((all) => {
      for (const photo of all) if (photo.key === key) URL.revokeObjectURL(photo.preview)
      return all.filter((photo) => photo.key !== key)
    })
  }

  const send = async (key: string, file: File) => {
    const stop = new AbortController()
    stops.current.set(key, stop)
    try {
      const { file: small, thumb } = await shrinkPhoto(file)
      const { fileId } = await uploadPhoto(small, stop.signal)
      keep({ fileId, thumb })
      forget(key)
    } catch (problem) {
      if (stop.signal.aborted) return
      const message = isApiProblem(problem) ? problem.detail : ''
      setUnderway((all) =>
        all.map((photo) => (photo.key === key ? { ...photo, state: 'failed', message } : photo)),
      )
    }
  }

  const add = (files: readonly File[]) => {
    const fresh = files.map(
      (file): Underway => ({
        key: uuidV7(),
        file,
        preview: URL.createObjectURL(file),
        state: 'sending',
        message: '',
      }),
    )
    setUnderway((all) => [...all, ...fresh])
    for (const photo of fresh) void send(photo.key, photo.file)
  }

  const retry = (key: string) => {
    const photo = underway.find((one) => one.key === key)
    if (!photo) return
    setUnderway((all) =>
      all.map((one) => (one.key === key ? { ...one, state: 'sending', message: '' } : one)),
    )
    void send(key, photo.file)
  }

  const remove = (key: string) => (kept.some(({ fileId }) => fileId === key) ? drop(key) : forget(key))

  return {
    underway,
    /** How many are still on their way. */
    sending: underway.filter((photo) => photo.state === 'sending').length,
    add,
    retry,
    remove,
  }
}

/** One photo of the draft as a form shows it. */
export interface ShownPhoto {
  readonly key: string
  readonly name: string
  readonly preview: string | null
  readonly state: 'ready' | 'sending' | 'failed'
  readonly message?: string
}

/**
 * What the server keeps and what is on its way, in one row.
 * @param nameOf how the nth photo is called, from 1
 * @param lost what to say when the connection broke
 */
export const shownPhotos = (
  kept: readonly KeptPhoto[],
  underway: readonly Underway[],
  nameOf: (n: number) => string,
  lost: string,
): readonly ShownPhoto[] =>
  [
    ...kept.map(({ fileId, thumb }) => ({ key: fileId, preview: thumb || null, state: 'ready' as const })),
    ...underway.map(({ key, preview, state, message }) => ({
      key,
      preview,
      state,
      ...(state === 'failed' ? { message: message || lost } : {}),
    })),
  ].map((photo, place) => ({ ...photo, name: nameOf(place + 1) }))
