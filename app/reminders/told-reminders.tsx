import { formatDay, formatMoment } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { useT } from '#app/i18n/use-t.ts'
import { levels } from '#workflows/reminders/policy.ts'
import type { ToldPerson, ToldReminder } from './told-reminders.server.ts'

/** In one line who was told last; it opens as all that were, with what became of it. Nothing where nobody had to be told. */
export function ToldReminders({ reminders }: { reminders: ToldReminder[] }) {
  const t = useT()
  const [last] = reminders
  if (!last) return null
  return (
    <details className="mt-4">
      <summary className="cursor-pointer">{lineOf(last, t)}</summary>
      <ol className="mt-2 max-w-prose space-y-2 border-l-2 border-line pl-3 text-sm">
        {reminders.map((reminder) => (
          <li key={`${reminder.subjectId} ${reminder.dueOn} ${reminder.stage} ${reminder.at}`}>
            {lineOf(reminder, t)}
            <ul className="ml-3 text-muted">
              {reminder.people.map((person) => (
                <li key={person.name}>{becameOf(person, t)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** "23/11/2026 07:10: quá hạn 2 ngày làm việc (hạn 19/11/2026), đã báo: …" */
function lineOf({ stage, dueOn, at, people }: ToldReminder, t: Translate): string {
  return t('reminders:told.line', {
    at: formatMoment(new Date(at)),
    stage: stageWords(stage, t),
    dueOn: formatDay(dueOn),
    people: people.map(({ name }) => name).join(', '),
  })
}

function becameOf({ name, readAt, ways }: ToldPerson, t: Translate): string {
  const app =
    ways.APP && (readAt ? t('reminders:told.read', { at: formatMoment(new Date(readAt)) }) : t('reminders:told.unread'))
  const mail = ways.MAIL && t(`reminders:told.mail.${ways.MAIL}`)
  return `${name}: ${[app, mail].filter(Boolean).join('; ') || t('reminders:told.byNoWay')}`
}

/** As `stageKey` writes it. */
function stageWords(key: string, t: Translate): string {
  const [kind, days = '', whom] = key.split(':')
  if (kind === 'before') return t('reminders:stage.before', { days })
  if (kind === 'onDay') return t('reminders:stage.onDay')
  const level = levels.find((each) => each === whom)
  return t('reminders:stage.overdue', { days, whom: level ? t(`reminders:level.${level}`) : '' })
}
