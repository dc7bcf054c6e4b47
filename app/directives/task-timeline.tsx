import type { Catalogue } from '#app/i18n/catalogue.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Timeline } from '#app/ui/timeline.tsx'
import { FileLinks } from './file-links.tsx'
import type { ShownStep } from './task-page.server.ts'

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

type StepKey = keyof Catalogue['directives']['step']

function stepTitle(t: Translate, { event, holder, payload }: ShownStep): string {
  return t(`directives:step.${event as Extract<StepKey, 'assign'>}`, {
    holder: holder ?? '',
    percent: payload.percent ?? '',
  })
}

/** What only follows from another step has no doer of its own worth naming twice. */
function byWords(t: Translate, { actor, postTitle, onBehalfOf, causedBy }: ShownStep): string {
  if (causedBy !== null) return ''
  const who =
    postTitle && postTitle !== actor
      ? t('directives:step.byInPost', { actor, post: postTitle })
      : t('directives:step.by', { actor })
  return onBehalfOf ? `${who}, ${t('directives:step.directedBy', { leader: onBehalfOf })}` : who
}

function StepBody({ step }: { step: ShownStep }) {
  const t = useT()
  const { texts, payload, textRemoved, files, event } = step
  const document = payload.documentSymbol
    ? [
        t('directives:step.document', { symbol: payload.documentSymbol }),
        payload.documentOn && t('directives:step.documentOn', { day: formatDay(payload.documentOn) }),
      ]
        .filter(Boolean)
        .join(' ')
    : null
  return (
    <>
      {textRemoved && <p className="text-muted italic">{t('directives:step.textRemoved')}</p>}
      {(['text', 'reason', 'comment', 'instruction'] as const).map(
        (name) => texts?.[name] && <p key={name}>{texts[name]}</p>,
      )}
      {texts?.difficulties && <p>{t('directives:step.difficulties', { text: texts.difficulties })}</p>}
      {document && <p>{document}</p>}
      {event === 'assign' && payload.dueOn && <p>{t('directives:step.due', { day: formatDay(payload.dueOn) })}</p>}
      <FileLinks files={files} />
    </>
  )
}
