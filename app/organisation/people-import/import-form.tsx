import { Form, Link } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { FileField } from '#app/ui/fields/file-field.tsx'

interface ImportFormProps {
  fileMissing: boolean
  takeGoodLines: boolean
}

export function ImportForm({ fileMissing, takeGoodLines }: ImportFormProps) {
  const t = useT()
  const file = { ...unboundField('file', null), ...(fileMissing ? { errors: ['organisation:importFileMissing'] } : {}) }
  return (
    <Form method="post" encType="multipart/form-data" className="max-w-xl">
      <p className="mb-2">{t('organisation:importHow')}</p>
      <p className="mb-5">
        <a href="/admin/people-template.csv" className="link" download>
          {t('organisation:importTemplate')}
        </a>
      </p>
      <FileField field={file} label={t('organisation:importFile')} accept=".csv,text/csv" required />
      <CheckboxField
        field={unboundField('takeGoodLines', takeGoodLines ? 'on' : null)}
        label={t('organisation:takeGoodLines')}
        hint={t('organisation:takeGoodLinesHint')}
      />
      <div className="flex items-center gap-4">
        <Button>{t('organisation:startImport')}</Button>
        <Link to="/admin/people" className="link">
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}
