/**
 * The text of a spreadsheet file. Excel in China writes “CSV” in the system's own encoding, “CSV UTF-8” in UTF-8 and “Unicode text”
 * in UTF-16 with its mark: what is neither of the last two is read as GB 18030.
 */
export async function readTextFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  const [first, second] = new Uint8Array(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
