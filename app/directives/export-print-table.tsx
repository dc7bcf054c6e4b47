import type { ReactNode } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DueDayWords } from './due-day-words.tsx'
import type { TaskLine } from './export-lines.server.ts'
import type { TaskState } from './state-words.tsx'

/** The tasks in the columns of the office's own form; on paper the head stands on every sheet and no row is torn apart. */
export function PrintTable({ lines }: { lines: TaskLine[] }) {
  const t = useT()
  const heads = [
    t('taskExports:column.number'),
    t('taskExports:column.source'),
    t('directives:field.subject'),
    t('directives:field.content'),
    t('directives:field.leadUnit'),
    t('taskExports:column.supportingUnits'),
    t('directives:field.dueOn'),
    t('directives:field.result'),
    t('directives:field.state'),
  ]
  return (
    <table className="w-full min-w-4xl border-collapse text-sm print:min-w-0 print:text-xs">
      <caption className="sr-only">{t('taskExports:heading')}</caption>
      <thead className="table-header-group">
        <tr>
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className="border border-edge px-1.5 py-1 text-center align-middle font-semibold"
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <PrintLine key={line.id} line={line} number={index + 1} />
        ))}
      </tbody>
    </table>
  )
}

function PrintLine({ line, number }: { line: TaskLine; number: number }) {
  const t = useT()
  return (
    <tr className="break-inside-avoid">
      <PrintCell>{number}</PrintCell>
      <PrintCell>
        <SourceWords line={line} />
      </PrintCell>
      <PrintCell>{line.subject}</PrintCell>
      <PrintCell>
        {line.title}
        <Further words={line.field} label={t('fields:field')} />
      </PrintCell>
      <PrintCell>{line.leadUnitName}</PrintCell>
      <PrintCell>{line.supportingUnits}</PrintCell>
      <PrintCell>
        <DueDayWords {...line} compact />
        <Further words={line.outerDueOn && formatDay(line.outerDueOn)} label={t('directives:field.outerDueOn')} />
      </PrintCell>
      <PrintCell>
        {line.result}
        <Further words={line.latenessReason} label={t('directives:field.latenessReason')} />
      </PrintCell>
      <PrintCell>
        {t(`directives:taskState.${line.state as TaskState}`)}
        {line.timeliness && <span className="block">{t(`directives:timeliness.${line.timeliness}`)}</span>}
      </PrintCell>
    </tr>
  )
}

/** What the office's form has no column for stands below what it belongs to. */
function Further({ label, words }: { label: string; words: string | null }) {
  return words && <span className="block">{`${label}: ${words}`}</span>
}

function SourceWords({ line: { symbol, signedOn, signer } }: { line: TaskLine }) {
  const t = useT()
  if (!symbol && !signedOn && !signer) return <>{t('taskExports:unsigned')}</>
  return (
    <>
      {symbol && <span className="block">{symbol}</span>}
      {signedOn && <span className="block">{t('taskExports:sourceDay', { day: formatDay(signedOn) })}</span>}
      {signer && <span className="block">{signer}</span>}
    </>
  )
}

function PrintCell({ children }: { children: ReactNode }) {
  return <td className="border border-edge px-1.5 py-1 align-top break-words whitespace-pre-line">{children}</td>
}
