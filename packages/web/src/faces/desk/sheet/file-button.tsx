import { Button } from 'antd'
import { FileUp } from 'lucide-react'
import { useRef } from 'react'

interface FileButtonProps {
  readonly label: string
  readonly read: (file: File) => void
}

/** A button that asks for a spreadsheet; the same file can be chosen again after it was mended. */
export const FileButton = ({ label, read }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
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
          if (file) read(file)
        }}
      />
    </>
  )
}
