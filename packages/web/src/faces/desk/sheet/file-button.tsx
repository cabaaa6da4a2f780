import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'

interface FileButtonProps {
  readonly label: string
  readonly accept: string
  readonly icon: ReactNode
  readonly read: (file: File) => void
}

/** A button that asks for a file; the same file can be chosen again after it was mended. */
export const FileButton = ({ label, accept, icon, read }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file) read(file)
        }}
      />
    </>
  )
}
