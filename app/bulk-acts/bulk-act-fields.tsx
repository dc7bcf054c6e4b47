import type { Choice } from '#app/directives/choices.server.ts'
import { WordFields } from '#app/directives/word-fields.tsx'
import { DueDayField } from '#app/due-days/due-day-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { type BulkActName, bulkActSchemas } from './forms.ts'

interface BulkActFieldsProps {
  act: BulkActName
  fields: Record<'followerId' | 'dueOn' | 'openEnded' | 'reason' | 'words' | 'comment', BoundField>
  followers: Choice[]
}

/** What an act has typed in once for every task it is done on. */
export function BulkActFields({ act, fields, followers }: BulkActFieldsProps) {
  const t = useT()
  return (
    <>
      {act === 'changeFollower' && (
        <SelectField field={fields.followerId} label={t('directives:field.newFollower')} options={followers} required />
      )}
      {act === 'changeDueDay' && (
        <div data-fields className="flex flex-wrap items-end gap-x-4">
          <DueDayField field={fields.dueOn} label={t('directives:field.newDueOn')} />
          <CheckboxField field={fields.openEnded} label={t('directives:field.openEnded')} />
        </div>
      )}
      <WordFields shape={bulkActSchemas[act].shape} fields={fields} />
    </>
  )
}
