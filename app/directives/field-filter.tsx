import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { SelectField } from '#app/ui/fields/select-field.tsx'

interface FieldFilterProps {
  field: string | undefined
  /** Those of the leaders' charges; a task may have another, which one comes to from its page. */
  fields: string[]
}

/** The field (lĩnh vực) a list is filtered by. */
export function FieldFilter({ field, fields }: FieldFilterProps) {
  const t = useT()
  const options = [...new Set([...fields, ...(field ? [field] : [])])]
  if (options.length === 0) return null
  return (
    <SelectField
      field={unboundField('field', field)}
      label={t('fields:field')}
      emptyLabel={t('directives:anyOption')}
      options={options.map((each) => ({ value: each, label: each }))}
    />
  )
}
