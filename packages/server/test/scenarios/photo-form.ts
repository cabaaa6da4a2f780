import sharp from 'sharp'

/** A small picture of one colour. */
export const pngOf = (colour: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .png()
    .toBuffer()

/** The bytes as a browser's form sends them; its file name climbs out of the folder. */
export function photoForm(
  bytes: Buffer,
  type = 'image/png',
  field = 'file',
): { body: Buffer; headers: Record<string, string> } {
  const head = `--edge\r\nContent-Disposition: form-data; name="${field}"; filename="../../etc/passwd"\r\nContent-Type: ${type}\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  }
}
