import { doerInPostWords } from '#app/absences/doer-words.ts'
import type { Catalogue } from '#app/i18n/catalogue.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { dueWords } from '#app/due-days/due-words.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Timeline } from '#app/ui/timeline.tsx'
import { FileLinks } from './file-links.tsx'
import type { ShownChange, ShownStep } from './shown-steps.ts'

/** What happened to a task and everything under it, newest first. */
export function TaskTimeline({ steps, label }: { steps: ShownStep[]; label: string }) {
  const t = useT()
  return (
    <Timeline
      label={label}
      steps={steps.toReversed().map((step) => ({
        key: String(step.number),
        title: stepTitle(t, step),
        by: byWords(t, step),
        at: { words: formatMoment(step.at), iso: step.at.toISOString() },
        children: <StepBody step={step} />,
      }))}
    />
  )
}

type StepWords = Catalogue['directives']['stepOf']

/** Each machine has words of its own for what moves it: a task and an assignment are both given back, suspended, reopened. */
function stepTitle(t: Translate, { kind, event, holder, payload }: ShownStep): string {
  const values = { holder: holder ?? '', percent: payload.percent ?? '' }
  switch (kind) {
    case 'task':
      return t(`directives:stepOf.task.${event as Extract<keyof StepWords['task'], 'issue'>}`)
    case 'assignment': {
      const name = event === 'assign' && payload.role === 'SUPPORT' ? 'assignSupport' : event
      return t(`directives:stepOf.assignment.${name as Extract<keyof StepWords['assignment'], 'assign'>}`, values)
    }
    case 'extensionRequest':
      return t(
        `directives:stepOf.extensionRequest.${event as Extract<keyof StepWords['extensionRequest'], 'ask'>}`,
        values,
      )
  }
}

/** What only follows from another step has no doer of its own worth naming twice. */
function byWords(t: Translate, step: ShownStep): string {
  const { onBehalfOf, causedBy } = step
  if (causedBy !== null) return ''
  const who = doerInPostWords(t, step)
  return onBehalfOf ? `${who}, ${t('directives:step.directedBy', { leader: onBehalfOf })}` : who
}

/** Texts that say by themselves what they are, and those that are introduced. */
const plainTexts = ['text', 'words', 'content', 'reason', 'comment', 'instruction'] as const
const introducedTexts = ['difficulties', 'latenessReason', 'withoutSupportersReason', 'formerContent'] as const

function StepBody({ step }: { step: ShownStep }) {
  const t = useT()
  const { texts, payload, textRemoved, files, changes } = step
  const document = documentWords(t, step)
  return (
    <>
      {textRemoved && <p className="text-muted italic">{t('directives:step.textRemoved')}</p>}
      {payload.decision && <p>{t(`directives:outsideDecision.${payload.decision}`)}</p>}
      {plainTexts.map((name) => texts?.[name] && <p key={name}>{texts[name]}</p>)}
      {introducedTexts.map(
        (name) => texts?.[name] && <p key={name}>{t(`directives:step.${name}`, { text: texts[name] })}</p>,
      )}
      {document && <p>{document}</p>}
      {payload.source && <p>{t('directives:step.calendarSource', { source: payload.source })}</p>}
      <DayOfStep step={step} />
      {changes.map((change) => (
        <p key={`${change.holder} ${change.field}`}>{changeWords(t, change)}</p>
      ))}
      <FileLinks files={files} />
    </>
  )
}

/** Of any other step the document holds the result. */
const documentNames = { recordOutsideDecision: 'outsideDocument', handOver: 'handoverDocument' } as const

function documentWords(t: Translate, { event, payload: { documentSymbol, documentOn } }: ShownStep): string | null {
  if (!documentSymbol) return null
  const name = documentNames[event as keyof typeof documentNames] ?? 'document'
  const words = t(`directives:step.${name}`, { symbol: documentSymbol })
  return documentOn ? `${words} ${t('directives:step.documentOn', { day: formatDay(documentOn) })}` : words
}

function DayOfStep({ step: { event, payload } }: { step: ShownStep }) {
  const t = useT()
  if (!payload.dueOn) return null
  const day = dueWords(payload.dueOn, payload.dueHour ?? null, t)
  if (event === 'assign') return <p>{t('directives:step.due', { day })}</p>
  return event === 'requestExtension' ? <p>{t('directives:step.askedDay', { day })}</p> : null
}

function changeWords(t: Translate, { field, holder, from, to }: ShownChange): string {
  const isDay = field === 'dueOn' || field === 'outerDueOn'
  const words = (value: string | null) => {
    if (value === null) return isDay ? t('directives:step.noDay') : ''
    return isDay ? formatDay(value) : value
  }
  const values = { from: words(from), to: words(to) }
  return field === 'dueOn' && holder !== null
    ? t('directives:step.change.dueOnOf', { ...values, holder })
    : t(`directives:step.change.${field}`, values)
}
