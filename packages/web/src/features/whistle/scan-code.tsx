import { Camera, CameraOff } from 'lucide-react'
import { type ComponentType, useCallback, useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import './call-codes.css'
import type { CodeCameraProps, NoCamera } from './code-camera.tsx'

/** Reads the code off the other side's screen. Where there is no camera, or none that may be used, it says so: digits can always be typed. */
export const ScanCode = ({ onRead }: { readonly onRead: (digits: string) => void }) => {
  const t = useWords('whistle')
  const [Looking, setLooking] = useState<ComponentType<CodeCameraProps> | null>(null)
  const [missing, setMissing] = useState<NoCamera | 'notLoaded'>()
  const fail = useCallback((why: NoCamera) => {
    setMissing(why)
    setLooking(null)
  }, [])
  const press = async () => {
    setMissing(undefined)
    if (Looking) return setLooking(null)
    try {
      // The reader of pictures is loaded by whoever points a camera at a code.
      const { CodeCamera } = await import('./code-camera.tsx')
      setLooking(() => CodeCamera)
    } catch {
      setMissing('notLoaded')
    }
  }
  return (
    <div className="scan-code">
      <Button
        icon={Looking ? <CameraOff aria-hidden="true" /> : <Camera aria-hidden="true" />}
        onClick={() => void press()}
      >
        {t(Looking ? 'codes.close' : 'codes.scan')}
      </Button>
      {Looking && (
        <Looking
          onFail={fail}
          onRead={(digits) => {
            setLooking(null)
            onRead(digits)
          }}
        />
      )}
      {missing && (
        <p className="lx-error" role="alert">
          {t(`codes.${missing}`)}
        </p>
      )}
    </div>
  )
}
