/**
 * Whether 32 bytes are plainly not random: a typed phrase, or few different bytes. Of true random values one in
 * 10^13 looks like a phrase, and none in practice has fewer than 16 different bytes.
 */
export const isWeakSecret = (bytes: Uint8Array): boolean => {
  const typed = bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
  const steps = new Set(bytes.map((byte, index) => (byte - (bytes[index - 1] ?? byte)) & 0xff))
  return typed || new Set(bytes).size < 16 || steps.size < 8
}
