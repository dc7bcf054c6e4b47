import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { bulkActNames, MOST_TASKS } from './forms.ts'

/** The form that the ticks of the list belong to. */
export const SELECTION_FORM = 'selection'

/** What can be done with the tasks ticked below, or with all that the filter lets through. */
export function SelectionForm({ search, total }: { search: string; total: number }) {
  const t = useT()
  return (
    <Form id={SELECTION_FORM} method="post" action="/tasks/selection" className="mb-2">
      <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <legend className="float-left mr-1 text-sm text-muted">{t('bulkActs:withChosen')}</legend>
        {bulkActNames.map((act) => (
          <Button key={act} look="quiet" name="act" value={act}>
            {t(`bulkActs:act.${act}`)}
          </Button>
        ))}
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" name="search" value={`?${search}`} />
          {total > MOST_TASKS
            ? t('bulkActs:newestMatching', { most: formatNumber(MOST_TASKS) })
            : t('bulkActs:allMatching', { total: formatNumber(total) })}
        </label>
      </fieldset>
    </Form>
  )
}
