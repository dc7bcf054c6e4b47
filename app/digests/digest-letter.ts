import { dueWords } from '#app/due-days/due-words.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { escaped } from '#app/notices/letter.ts'
import { noticeWords } from '#app/notices/notice-words.ts'
import type { Mail } from '#app/platform/mail.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { DigestSection, DigestTask } from './digest.ts'

/** More than these nobody reads in a mail; the rest is in the application. */
const MOST_TASKS = 100
/** Of one task. */
const MOST_TOLD = 3

interface Writing {
  today: Day
  t: Translate
  /** Where the application is, without a slash at the end. */
  address: string
}

/** A digest in words, as plain text and as HTML. */
export function digestLetter(
  sections: DigestSection[],
  { today, t, address }: Writing,
): Pick<Mail, 'subject' | 'text' | 'html'> {
  const count = sections.reduce((sum, { tasks }) => sum + tasks.length, 0)
  const title = t('digests:letter.subject', { day: formatDay(today), number: formatNumber(count) })
  const shown = shownOf(sections)
  const left = count - shown.reduce((sum, { tasks }) => sum + tasks.length, 0)
  const more = left > 0 ? [t('digests:letter.more', { number: formatNumber(left) })] : []
  const all = `${address}/notices`
  const end = t('digests:letter.end')
  return {
    subject: title,
    text: [
      ...shown.flatMap((section) => [headingOf(section, t), '', ...section.tasks.flatMap(textOf)]),
      ...more,
      `${t('digests:letter.all')} ${all}`,
      '',
      end,
    ].join('\n'),
    html: [
      ...shown.flatMap((section) => [`<h2>${escaped(headingOf(section, t))}</h2>`, list(section.tasks.map(htmlOf))]),
      ...more.map((line) => `<p>${escaped(line)}</p>`),
      `<p><a href="${escaped(all)}">${escaped(t('digests:letter.all'))}</a></p>`,
      `<p>${escaped(end)}</p>`,
    ].join('\n'),
  }

  function textOf(task: DigestTask): string[] {
    const [name, ...lines] = linesOf(task, t)
    return [
      `- ${name}`,
      ...lines.map((line) => `  ${line}`),
      ...(task.taskId ? [`  ${addressOf(task.taskId)}`] : []),
      '',
    ]
  }

  function htmlOf(task: DigestTask): string {
    const [name = '', ...lines] = linesOf(task, t).map(escaped)
    const linked = task.taskId ? `<a href="${escaped(addressOf(task.taskId))}">${name}</a>` : name
    return [linked, ...lines].join('<br>')
  }

  function addressOf(taskId: string): string {
    return `${address}/tasks/${taskId}`
  }
}

/** Its name, its day, and what was told of it. */
function linesOf({ symbol, title, dueOn, dueHour, told }: DigestTask, t: Translate): [string, ...string[]] {
  const said = [...new Set(told.map(({ kind, values }) => noticeWords(t, kind, values)))].slice(0, MOST_TOLD)
  const name = [symbol, title].filter(Boolean).join(' – ')
  const due = dueOn ? [t('notices:letter.dueOn', { day: dueWords(dueOn, dueHour, t) })] : []
  return name ? [name, ...due, said.join('; ')] : [said.join('; '), ...due]
}

function headingOf({ heading, tasks }: DigestSection, t: Translate): string {
  const number = formatNumber(tasks.length)
  if (typeof heading === 'string') return t(`digests:urgency.${heading}`, { number })
  const unit = heading.unit ?? t('digests:noUnit')
  if (heading.overdue === 0) return t('digests:unit', { unit, number })
  return t('digests:unitOverdue', { unit, number, overdue: formatNumber(heading.overdue) })
}

/** The first so many tasks, in their sections. */
function shownOf(sections: DigestSection[]): DigestSection[] {
  let room = MOST_TASKS
  return sections.flatMap((section) => {
    const tasks = section.tasks.slice(0, room)
    room -= tasks.length
    return tasks.length > 0 ? [{ ...section, tasks }] : []
  })
}

function list(items: string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}
