import { useFetcher } from '@remix-run/react'
import { DueDayLines, dueDayAnchor } from '#app/due-days/due-day-lines.tsx'
import { shortDue } from '#app/due-days/due-words.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { loader } from '#app/routes/notices.$noticeId.due-day.tsx'
import type { NoticeRow } from './notice-list.server.ts'
import { speaksOfDueDay } from './speaks-of-due-day.ts'

/**
 * The due day of a notice. Where it is the matter it opens as its derivation, which is read when it is opened; until then, and
 * without a script, the way to the task's page stands there, which explains it too.
 */
export function NoticeDueDay({ notice }: { notice: NoticeRow }) {
  const t = useT()
  const { data, state, load } = useFetcher<typeof loader>()
  const { id, kind, taskId, subjectId, dueOn, dueHour } = notice
  if (!dueOn) return null
  const day = shortDue(dueOn, dueHour)
  if (!taskId || !subjectId || !speaksOfDueDay(kind)) return day
  return (
    <details
      className="relative z-1 min-w-0 whitespace-normal"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !data && state === 'idle') load(`/notices/${id}/due-day`)
      }}
    >
      <summary className="min-h-9 cursor-pointer py-0.5">
        {day} · <span className="link">{t('notices:why.open')}</span>
      </summary>
      {data?.dueDay ? (
        <DueDayLines dueDay={data.dueDay} />
      ) : (
        <a href={`/tasks/${taskId}#${dueDayAnchor(subjectId)}`} className="link">
          {t('notices:why.atTask')}
        </a>
      )}
    </details>
  )
}
