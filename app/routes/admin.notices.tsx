import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { readOfficeNotices, setOfficeNotices } from '#app/notices/office-ways.server.ts'
import { nameOf, officeAnswerOf, officeAnswers, officeWaysSchema } from '#app/notices/ways.ts'
import { WaysTable } from '#app/notices/ways-table.tsx'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { BadInput } from '#app/platform/errors.ts'
import { Button } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:sections.notices') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'changeNotices')
  return readOfficeNotices(organ.id)
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const { mailSaysSubject, ...answers } = Object.fromEntries(await request.formData())
  const set = officeWaysSchema.safeParse({ answers, mailSaysSubject: mailSaysSubject === 'on' })
  if (!set.success || Object.keys(answers).length === 0) throw new BadInput('badRequest')
  await setOfficeNotices({ ...act, ...set.data })
  return redirect(doneAt('/admin/notices', 'notices:done.officeSet'))
}

export default function OfficeNoticesPage() {
  const t = useT()
  const { ways, mailSaysSubject } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('organisation:sections.notices')} />
      <DoneNotice />
      <p className="mb-4 max-w-prose text-muted">{t('notices:office.effect')}</p>
      <Form method="post">
        <CheckboxField
          field={unboundField('mailSaysSubject', mailSaysSubject ? 'on' : '')}
          label={t('notices:office.mailSaysSubject')}
          hint={t('notices:office.mailSaysSubjectHint')}
        />
        <WaysTable
          ways={ways}
          cell={(way, name) => (
            <select name={nameOf(way)} defaultValue={officeAnswerOf(way)} aria-label={name} className="input">
              {officeAnswers.map((answer) => (
                <option key={answer} value={answer}>
                  {t(`notices:office.answer.${answer}`)}
                </option>
              ))}
            </select>
          )}
        />
        <div className="mt-4">
          <Button>{t('save')}</Button>
        </div>
      </Form>
    </>
  )
}
