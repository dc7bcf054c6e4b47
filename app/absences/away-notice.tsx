import { useT } from '#app/i18n/use-t.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Before drafts are issued: who of those they name will be away, and who acts for them. */
export function AwayNotice({ lines }: { lines: string[] }) {
  const t = useT()
  if (lines.length === 0) return null
  return (
    <Notice>
      {t('absences:away.beforeIssue')}
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}
