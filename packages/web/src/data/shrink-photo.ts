/** Longest edge, in pixels, of a photo that is sent: enough to read a number plate, a tenth of the data. */
const LONGEST_EDGE = 2560
const THUMB_EDGE = 240
/** Below this a photo travels as it is. */
const SMALL_BYTES = 600_000

export interface ShrunkPhoto {
  readonly file: File
  /** A small data URL for the draft, so that the photo can be seen again after a reload; empty when it cannot be read. */
  readonly thumb: string
}

/** Width and height that fit into a square of `edge`, never larger than the original. */
export const fitInto = (width: number, height: number, edge: number): { width: number; height: number } => {
  const scale = Math.min(1, edge / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const draw = (picture: ImageBitmap, edge: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, fitInto(picture.width, picture.height, edge))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))

/**
 * Makes a photo small enough for a slow connection. A file that the browser cannot read travels unchanged: whether
 * it is a photo is for the server to say.
 */
export const shrinkPhoto = async (file: File): Promise<ShrunkPhoto> => {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return { file, thumb: '' }
  }
  try {
    const thumb = draw(picture, THUMB_EDGE).toDataURL('image/jpeg', 0.7)
    if (file.size <= SMALL_BYTES) return { file, thumb }
    const blob = await jpegOf(draw(picture, LONGEST_EDGE))
    if (!blob || blob.size >= file.size) return { file, thumb }
    return { file: new File([blob], 'photo.jpg', { type: 'image/jpeg' }), thumb }
  } finally {
    picture.close()
  }
}
