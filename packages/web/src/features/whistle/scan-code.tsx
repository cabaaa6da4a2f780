import { Camera } from 'lucide-react'
import { useRef, useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { digitsIn } from './digits-in.ts'

/** The Barcode Detection API (WICG), which some browsers have and the DOM's types do not name. */
type Detector = new (options: {
  readonly formats: readonly string[]
}) => { detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]> }

const detector = (): Detector | undefined =>
  (globalThis as { readonly BarcodeDetector?: Detector }).BarcodeDetector

/** Reads the code off the other side's screen with a photograph that goes nowhere. Where the browser cannot, it is not offered: digits can always be typed. */
export const ScanCode = ({ onRead }: { readonly onRead: (digits: string) => void }) => {
  const t = useWords('whistle')
  const [missed, setMissed] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const Reader = detector()
  if (!Reader) return null
  const read = async (photo: File | undefined) => {
    if (!photo) return
    setMissed(false)
    try {
      const image = await createImageBitmap(photo)
      const found = await new Reader({ formats: ['qr_code'] }).detect(image)
      image.close()
      const digits = digitsIn(found.map(({ rawValue }) => rawValue))
      if (digits) return onRead(digits)
    } catch {
      // A picture that cannot be opened or read is like one without a code in it.
    }
    setMissed(true)
  }
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={({ target }) => {
          void read(target.files?.[0])
          // The same picture chosen again is a new try.
          target.value = ''
        }}
      />
      <Button icon={<Camera aria-hidden="true" />} onClick={() => picker.current?.click()}>
        {t('codes.scan')}
      </Button>
      {missed && (
        <p className="lx-error" role="alert">
          {t('codes.missed')}
        </p>
      )}
    </>
  )
}
