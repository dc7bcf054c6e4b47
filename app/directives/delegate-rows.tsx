import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { z } from 'zod'
import { DueDayField } from '#app/due-days/due-day-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import type { Choice } from './choices.server.ts'
import type { handOnSchema } from './act-forms.ts'

type HandOnFields = z.input<typeof handOnSchema>

interface DelegateRowsProps {
  form: FormMetadata<HandOnFields, string[]>
  field: FieldMetadata<HandOnFields['delegates'], HandOnFields, string[]>
  choices: Choice[]
  /** The holder's own day: nobody below gets a later one. */
  latest: string | null
}

/** One row for each the work is handed on to, added and taken away with script or without. */
export function DelegateRows({ form, field, choices, latest }: DelegateRowsProps) {
  const t = useT()
  const rows = field.getFieldList()
  return (
    <>
      {rows.map((row, index) => {
        const delegate = row.getFieldset()
        const number = index + 1
        return (
          <fieldset key={row.key} className="mb-4 border-l-2 border-line pl-4">
            <legend className="mb-2 font-medium">{t('directives:field.person', { number })}</legend>
            <Combobox field={delegate.holder} label={t('directives:field.holder')} options={choices} required />
            <DueDayField
              field={delegate.dueOn}
              label={t('directives:field.dueOn')}
              required={latest !== null}
              {...(latest ? { latest } : {})}
            />
            <TextArea field={delegate.instruction} label={t('directives:field.instruction')} rows={2} />
            {rows.length > 1 && (
              <Button look="quiet" {...form.remove.getButtonProps({ name: field.name, index })}>
                {t('directives:button.removePerson', { number })}
              </Button>
            )}
          </fieldset>
        )
      })}
      <p className="mb-6">
        <Button
          look="quiet"
          {...form.insert.getButtonProps({ name: field.name, defaultValue: { dueOn: latest ?? '' } })}
        >
          {t('directives:button.addPerson')}
        </Button>
      </p>
    </>
  )
}
