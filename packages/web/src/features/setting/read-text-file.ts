/**
 * The text of a spreadsheet file. Excel in China writes “CSV” in the system's own encoding and “CSV UTF-8” in UTF-8: what is no
 * UTF-8 is read as GB 18030.
 */
export async function readTextFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
