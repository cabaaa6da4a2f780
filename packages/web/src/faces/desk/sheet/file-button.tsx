import { MOST_SHEET_CHARACTERS } from '@lianxin/contract/sheet/sheet-report'
import { Button } from 'antd'
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { readTextFile } from '../../../features/setting/read-text-file.ts'
import { useWords } from '../../../messages/words.ts'
import './rule-sheet.css'

interface FileButtonProps {
  readonly label: string
  /** A file was chosen: what stood there of another one is over. */
  readonly begin?: () => void
  readonly read: (text: string) => void
}

/** A button that asks for a spreadsheet and reads its text; the same file can be chosen again after it was mended. */
export const FileButton = ({ label, begin, read }: FileButtonProps) => {
  const t = useWords('setting')
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<'tooLarge' | 'notOpened' | null>(null)
  const choose = async (file: File) => {
    begin?.()
    // A file may be locked by another program, or gone since it was chosen.
    const text = await readTextFile(file).catch(() => null)
    if (text === null) return setWrong('notOpened')
    const fits = text.length <= MOST_SHEET_CHARACTERS
    setWrong(fits ? null : 'tooLarge')
    if (fits) read(text)
  }
  return (
    <>
      <Button
        icon={<FileUp className="desk-icon" aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept=".csv,text/csv"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file) void choose(file)
        }}
      />
      {wrong && (
        <p role="alert" className="rule-sheet-wrong">
          {t(`ruleSheet.${wrong}`, { characters: MOST_SHEET_CHARACTERS })}
        </p>
      )}
    </>
  )
}
