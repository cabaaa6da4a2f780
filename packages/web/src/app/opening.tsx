import { BrandMark } from '../ui/brand-mark.tsx'

/** The moment before the first screen: the mark, still, where index.html already drew it. */
export const Opening = () => (
  <div className="lx-opening" aria-hidden="true">
    <BrandMark size={56} />
  </div>
)
