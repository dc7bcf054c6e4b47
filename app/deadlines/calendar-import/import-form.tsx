import { Form, Link } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { FileField } from '#app/ui/fields/file-field.tsx'

export function ImportForm({ fileMissing }: { fileMissing: boolean }) {
  const t = useT()
  const file = { ...unboundField('file', null), ...(fileMissing ? { errors: ['workingCalendar:fileMissing'] } : {}) }
  return (
    <Form method="post" encType="multipart/form-data" className="max-w-xl">
      <p className="mb-2">{t('workingCalendar:importHow')}</p>
      <p className="mb-5">
        <a href="/admin/calendar-template.csv" className="link" download>
          {t('workingCalendar:template')}
        </a>
      </p>
      <FileField field={file} label={t('workingCalendar:file')} accept=".csv,text/csv" required />
      <div className="flex items-center gap-4">
        <Button>{t('workingCalendar:look')}</Button>
        <Link to="/admin/calendar" className="link">
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}
