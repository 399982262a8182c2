import { useFormats } from './formats.ts'

/** A moment, short, with the whole date and time on pointing at it. */
export function Time({ at }: { readonly at: string }) {
  const formats = useFormats()
  return (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.short(at)}
    </time>
  )
}
