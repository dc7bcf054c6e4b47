import { Form, Link } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { RequestKey } from '#app/ui/fields/hidden-fields.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import type { CalendarLook } from './calendar-look.server.ts'
import { FollowingDays } from './following-days.tsx'
import { LookedDays } from './looked-days.tsx'
import { MovingTable } from './moving-table.tsx'

interface LookFormProps {
  look: CalendarLook
  problem: Problem | null
  /** Where somebody goes who does not approve. */
  backTo: string
}

/** What a change would do to the calendar and to due days, to be approved. */
export function LookForm({ look, problem, backTo }: LookFormProps) {
  const t = useT()
  const { edit, days, follow, moving, total, seen, requestKey } = look
  const isUnchanged = days.every(({ change }) => change === 'same') && total === 0
  return (
    <Form method="post" className="mb-8">
      <ProblemNotice problem={problem} />
      <input type="hidden" name="edit" value={JSON.stringify(edit)} />
      <input type="hidden" name="seen" value={seen} />
      <RequestKey value={requestKey} />
      <LookedDays days={days} />
      <FollowingDays {...follow} />
      <p className="my-4 max-w-3xl" role="status">
        {isUnchanged
          ? t('workingCalendar:unchanged')
          : t(total > 0 ? 'workingCalendar:moves' : 'workingCalendar:movesNothing', { total: formatNumber(total) })}
      </p>
      {total > 0 && <MovingTable groups={moving} />}
      <div className="mt-5 flex flex-wrap items-center gap-4">
        {!isUnchanged && (
          <Button>
            {t(total > 0 ? 'workingCalendar:writeAndMove' : 'workingCalendar:write', { total: formatNumber(total) })}
          </Button>
        )}
        <Link to={backTo} className="link">
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}
