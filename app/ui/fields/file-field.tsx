import { formatBytes } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { inputAttributes } from './bound-field.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

interface FileFieldProps extends Omit<FieldProps, 'hint'> {
  hint?: string
  multiple?: boolean
  /** As of the input: '.pdf,.docx'. The server looks at the content, whatever the name says. */
  accept?: string
  maximumBytes?: number
}

/** Files of the form, which then needs `encType="multipart/form-data"`. */
export function FileField({ field, label, hint, required = false, multiple, accept, maximumBytes }: FileFieldProps) {
  const t = useT()
  const limit = maximumBytes ? t('ui:fileLimit', { size: formatBytes(maximumBytes) }) : null
  const wholeHint = [hint, limit].filter(Boolean).join(' · ')
  return (
    <FieldFrame field={field} label={label} hint={wholeHint} required={required}>
      <input
        key={field.key}
        {...inputAttributes(field, { hint: wholeHint, required })}
        type="file"
        multiple={multiple}
        accept={accept}
        className="input file:mr-3 file:rounded-md file:border file:border-edge file:bg-ground file:px-2 file:text-ink"
      />
    </FieldFrame>
  )
}
