import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { ActPageWords } from './act-page.server.ts'
import { DueDayWords } from './due-day-words.tsx'

/** The day an act is about to change, how often it was put off already, and the outside assigner's day above it. */
export function PresentDueDay({
  page,
}: {
  page: Pick<ActPageWords, 'dueOn' | 'dueHour' | 'extensions' | 'outerDueOn'>
}) {
  const t = useT()
  return (
    <div className="mb-4">
      <DescriptionList
        items={[
          { term: t('directives:field.presentDueOn'), words: <DueDayWords {...page} /> },
          { term: t('directives:field.outerDueOn'), words: page.outerDueOn && formatDay(page.outerDueOn) },
        ]}
      />
    </div>
  )
}
