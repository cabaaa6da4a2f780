import { decodeQR } from 'qr/decode.js'
import { useEffect, useRef } from 'react'
import { useWords } from '../../messages/words.ts'
import { digitsIn } from './digits-in.ts'

/** `denied`: the person or the house rules said no. `noCamera`: there is none, or another app holds it. */
export type NoCamera = 'denied' | 'noCamera'

export interface CodeCameraProps {
  readonly onRead: (digits: string) => void
  readonly onFail: (why: NoCamera) => void
}

const LOOK_EVERY_MS = 200
/** A code held in front of a camera fills a good part of the picture; more pixels only cost a cheap phone time. */
const MOST_PX = 640

/** The code in the picture as it is now; nothing of the picture is kept or sent. */
const look = (video: HTMLVideoElement, canvas: HTMLCanvasElement): string | undefined => {
  const scale = Math.min(1, MOST_PX / Math.max(video.videoWidth, video.videoHeight))
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context || canvas.width === 0) return undefined
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  try {
    return digitsIn([decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))])
  } catch {
    // Most pictures hold no code, or one that is not whole.
    return undefined
  }
}

const whyNot = (error: unknown): NoCamera =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError')
    ? 'denied'
    : 'noCamera'

/** Looks through the camera until it has read six digits, or is closed: then the camera is off. */
export const CodeCamera = ({ onRead, onFail }: CodeCameraProps) => {
  const t = useWords('whistle')
  const player = useRef<HTMLVideoElement>(null)
  const read = useRef(onRead)
  useEffect(() => {
    read.current = onRead
  })
  useEffect(() => {
    const video = player.current
    const canvas = document.createElement('canvas')
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setInterval> | undefined
    let closed = false
    const close = () => {
      closed = true
      clearInterval(timer)
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const start = async () => {
      // Absent on pages without encryption and in some browsers built into other apps.
      if (!navigator.mediaDevices || !video) return onFail('noCamera')
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
        if (closed) return close()
        video.srcObject = stream
        await video.play()
        timer = setInterval(() => {
          const digits = look(video, canvas)
          if (!digits) return
          close()
          read.current(digits)
        }, LOOK_EVERY_MS)
      } catch (error) {
        if (!closed) onFail(whyNot(error))
      }
    }
    void start()
    return close
  }, [onFail])
  return (
    <>
      <video ref={player} className="code-camera" playsInline muted aria-label={t('codes.camera')} />
      <p className="lx-quiet lx-small">{t('codes.point')}</p>
    </>
  )
}
