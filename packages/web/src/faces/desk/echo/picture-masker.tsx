import { echoDeskRoutes, type Masked } from '@lianxin/contract/echo/echo-desk-routes'
import type { EchoPicture } from '@lianxin/contract/echo/echo-views'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Radio } from 'antd'
import { SquareDashed } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { photoUrl } from '../../../data/photos.ts'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import type { Found } from '../../../features/echo/find-in-photo.ts'
import { boxBetween, isWorthMasking, NEW_MASK, nudged } from '../../../features/echo/masks.ts'
import { useFoundPlaces } from '../../../features/echo/use-found-places.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'

interface PictureMaskerProps {
  readonly caseId: string
  readonly fileId: string
  readonly startsAs: EchoPicture['side']
  readonly onMade: (picture: EchoPicture) => void
}

/** Named, so that the focus stays with a rectangle that is moved. */
type Drawn = Masked & { readonly id: string }

const percent = (share: number) => `${share * 100}%`
const frameOf = (mask: Masked) => ({
  left: percent(mask.x),
  top: percent(mask.y),
  width: percent(mask.width),
  height: percent(mask.height),
})

/**
 * A person draws rectangles over faces, plates and doors; where faces and plates seem to be is suggested. With the keyboard a
 * rectangle is added, moved with the arrows, sized with Shift and the arrows, and removed with Delete.
 */
export const PictureMasker = ({ caseId, fileId, startsAs, onMade }: PictureMaskerProps) => {
  const t = useWords('echo-desk')
  const [masks, setMasks] = useState<readonly Drawn[]>([])
  const [drawn, setDrawn] = useState<Masked | null>(null)
  const [side, setSide] = useState(startsAs)
  const [confirmed, setConfirmed] = useState(false)
  const start = useRef<{ x: number; y: number } | null>(null)
  const make = useMutation({
    mutationFn: () =>
      api(echoDeskRoutes.addPicture, {
        params: { id: caseId },
        body: {
          fileId,
          side,
          masks: masks.map(({ x, y, width, height }) => ({ x, y, width, height })),
          confirmed,
        },
      }),
    onSuccess: onMade,
  })
  const change = (next: readonly Drawn[]) => {
    setMasks(next)
    // What was confirmed was another picture.
    setConfirmed(false)
  }
  const add = (mask: Masked) => change([...masks, { ...mask, id: uuidV7() }])
  const places = useFoundPlaces()
  const cover = (found: readonly Found[]) => {
    change([...masks, ...found.map(({ box }) => ({ ...box, id: uuidV7() }))])
    places.settle(found)
  }
  const pointOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }
  const onKey = (index: number) => (event: KeyboardEvent) => {
    const moved = nudged(masks[index], event.key, event.shiftKey)
    if (moved === undefined) return
    event.preventDefault()
    change(
      moved === null
        ? masks.filter((_, at) => at !== index)
        : masks.map((one, at) => (at === index ? moved : one)),
    )
  }
  return (
    <div className="echo-masker">
      <p className="desk-quiet">{t('picture.draw')}</p>
      <div
        className="echo-canvas"
        onPointerDown={(event) => {
          if (event.target instanceof HTMLButtonElement) return
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = pointOf(event)
        }}
        onPointerMove={(event) => {
          if (start.current) setDrawn(boxBetween(start.current, pointOf(event)))
        }}
        onPointerUp={() => {
          if (drawn && isWorthMasking(drawn)) add(drawn)
          start.current = null
          setDrawn(null)
        }}
      >
        <img
          src={photoUrl(fileId, 'full')}
          alt={t('picture.original')}
          draggable={false}
          onLoad={(event) => places.lookAt(event.currentTarget)}
        />
        {masks.map((mask, index) => (
          <button
            key={mask.id}
            type="button"
            className="echo-mask"
            style={frameOf(mask)}
            aria-label={t('picture.mask', { n: index + 1 })}
            onKeyDown={onKey(index)}
            onDoubleClick={() => change(masks.filter((_, at) => at !== index))}
          />
        ))}
        {places.found.map((one, index) => (
          <button
            key={`${one.what} ${one.box.x} ${one.box.y}`}
            type="button"
            className="echo-found"
            style={frameOf(one.box)}
            aria-label={t(`found.${one.what}`, { n: index + 1 })}
            onClick={() => cover([one])}
          />
        ))}
        {drawn && <span className="echo-mask" style={frameOf(drawn)} />}
      </div>
      <p className="desk-quiet" role="status">
        {t(`found.${places.news}`, { count: places.found.length })}
      </p>
      <div className="echo-buttons">
        {places.found.length > 0 && (
          <>
            <Button onClick={() => cover(places.found)}>
              {t('found.coverAll', { count: places.found.length })}
            </Button>
            <Button onClick={() => places.settle(places.found)}>{t('found.none')}</Button>
          </>
        )}
        <Button
          icon={<SquareDashed className="desk-icon" aria-hidden="true" />}
          onClick={() => add(NEW_MASK)}
        >
          {t('picture.addMask')}
        </Button>
        <Button disabled={masks.length === 0} onClick={() => change(masks.slice(0, -1))}>
          {t('picture.undo')}
        </Button>
        <Radio.Group
          aria-label={t('picture.side')}
          value={side}
          onChange={(event) => setSide(event.target.value === 'before' ? 'before' : 'after')}
          options={(['before', 'after'] as const).map((value) => ({ value, label: t(`picture.${value}`) }))}
        />
      </div>
      <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
        {t('picture.confirm', { count: masks.length })}
      </Checkbox>
      {make.error && <Problem error={make.error} />}
      <Button
        type="primary"
        disabled={!confirmed || places.found.length > 0}
        loading={make.isPending}
        onClick={() => make.mutate()}
      >
        {t('picture.make')}
      </Button>
    </div>
  )
}
