import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { z } from 'zod'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import type { Choice } from './choices.server.ts'
import type { taskSchema } from './forms.ts'
import { TaskFields } from './task-fields.tsx'

interface TaskRowsProps<Shape extends Record<string, unknown>> {
  form: FormMetadata<Shape, string[]>
  field: FieldMetadata<z.input<typeof taskSchema>[], Shape, string[]>
  units: Choice[]
  chargedFields: string[]
}

/** The tasks taken from one source, many at once; rows are added and taken away with script or without. */
export function TaskRows<Shape extends Record<string, unknown>>({
  form,
  field,
  units,
  chargedFields,
}: TaskRowsProps<Shape>) {
  const t = useT()
  const rows = field.getFieldList()
  return (
    <section aria-labelledby="tasks-heading" className="mb-6">
      <h2 id="tasks-heading" className="mb-3 text-lg font-semibold">
        {t('directives:heading.tasks')}
      </h2>
      {rows.map((row, index) => {
        const number = index + 1
        return (
          <fieldset key={row.key} className="mb-5 border-t border-line pt-3">
            <legend className="float-left mb-2 w-full font-medium">{t('directives:field.task', { number })}</legend>
            <div className="clear-both">
              <TaskFields form={form} fields={row.getFieldset()} units={units} chargedFields={chargedFields} />
              {rows.length > 1 && (
                <Button look="quiet" {...form.remove.getButtonProps({ name: field.name, index })}>
                  {t('directives:button.removeTask', { number })}
                </Button>
              )}
            </div>
          </fieldset>
        )
      })}
      <Button look="quiet" {...form.insert.getButtonProps({ name: field.name, defaultValue: { urgency: 'NORMAL' } })}>
        {t('directives:button.addTask')}
      </Button>
    </section>
  )
}
