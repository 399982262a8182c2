import { Loader } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './file-drop.module.css'

interface FileDropProps {
  readonly label: string
  readonly hint: string
  readonly accept: string
  /** In bytes; a larger file is refused here. */
  readonly largest: number
  readonly fileName: string | null
  readonly isReading: boolean
  readonly onFile: (file: File) => void
}

/** A file, chosen with the browser's dialog or dropped here. */
export function FileDrop({ label, hint, accept, largest, fileName, isReading, onFile }: FileDropProps) {
  const { t } = useTranslation(['common', 'problem'])
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (!file) return
    setTooLarge(file.size > largest)
    if (file.size <= largest) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div>
      <label
        htmlFor={id}
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {isReading ? <Loader size={20} /> : <IconUpload size={20} stroke={1.6} aria-hidden="true" />}
        <span className={classes.words}>
          <span className={classes.label}>{fileName ?? label}</span>
          <span className={classes.hint}>{fileName ? t('fileDrop.other') : hint}</span>
        </span>
        <input
          id={id}
          type="file"
          accept={accept}
          className={classes.input}
          aria-label={label}
          onChange={(event) => {
            take(event.currentTarget.files)
            // The same file chosen again, corrected in the meantime, is a change too.
            event.currentTarget.value = ''
          }}
        />
      </label>
      {tooLarge && (
        <p role="alert" className={classes.error}>
          {t('problem:tooLarge', { megabytes: String(Math.floor(largest / 1_000_000)) })}
        </p>
      )}
    </div>
  )
}
