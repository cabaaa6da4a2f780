import type { EchoEntry, EchoPicture } from '@lianxin/contract/echo/echo-views'
import { useWords } from '../../messages/words.ts'
import { pictureUrl } from './use-wall.ts'

type UrlFor = (id: string, size: 'full' | 'thumb') => string

const SIDES = ['before', 'after'] as const

const Side = ({
  side,
  pictures,
  urlFor,
}: {
  readonly side: EchoPicture['side']
  readonly pictures: readonly EchoPicture[]
  readonly urlFor: UrlFor
}) => {
  const t = useWords('echo')
  return (
    <figure className="lx-echo-side">
      <figcaption>{t(`picture.${side}`)}</figcaption>
      {pictures.map(({ id, width, height }, index) => (
        <img
          key={id}
          src={urlFor(id, 'thumb')}
          width={width}
          height={height}
          alt={t(`picture.${side}Alt`, { n: index + 1 })}
          loading="lazy"
        />
      ))}
    </figure>
  )
}

interface EntryPicturesProps {
  readonly entry: Pick<EchoEntry, 'pictures'>
  /** Another door for copies that are not published yet. */
  readonly urlFor?: UrlFor
}

/** Before beside after: what changed is seen at one look. */
export const EntryPictures = ({ entry, urlFor = pictureUrl }: EntryPicturesProps) => {
  const sides = SIDES.map((side) => [side, entry.pictures.filter((one) => one.side === side)] as const)
  const shown = sides.filter(([, pictures]) => pictures.length > 0)
  if (shown.length === 0) return null
  return (
    <div className="lx-echo-sides" data-count={shown.length}>
      {shown.map(([side, pictures]) => (
        <Side key={side} side={side} pictures={pictures} urlFor={urlFor} />
      ))}
    </div>
  )
}
