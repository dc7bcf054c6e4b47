import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { readOnlySchema, typedFrom } from '#app/read-only/read-only-form.ts'
import { switchReadOnlyOff, switchReadOnlyOn } from '#app/read-only/switch-read-only.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('readOnly:title') }

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministratorHere(request, 'operate')
  return { mode: signedIn.readOnly, kept: await keptFields(request, signedIn) }
}

/** The button that switches it off says so in the address; everything else is the form that switches it on. */
export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  if (new URL(request.url).searchParams.has('off')) {
    await switchReadOnlyOff(act)
    return redirect(doneAt('/admin/operations', 'readOnly:done.off'))
  }
  return answerForm(request, readOnlySchema, async (typed) => {
    await switchReadOnlyOn({ ...act, ...typed })
    return doneAt('/admin/operations', 'readOnly:done.on')
  })
}

export default function SwitchReadOnly() {
  const t = useT()
  const { mode, kept } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('readOnly:title')}
        above={
          <Link to="/admin/operations" className="link">
            {t('organisation:sections.operations')}
          </Link>
        }
        below={mode ? t('readOnly:onSince', { since: formatMoment(mode.since) }) : t('readOnly:isOff')}
        acts={
          mode && (
            <Form method="post" action="?off">
              <Button>{t('readOnly:turnOff')}</Button>
            </Form>
          )
        }
      />
      <p className="mb-5 max-w-prose">{t('readOnly:effect')}</p>
      <AdministrationForm
        id="read-only"
        answer={useActionData<typeof action>()}
        labels={{ reason: t('readOnly:reason'), until: t('readOnly:until') }}
        defaults={kept ?? (mode ? typedFrom(mode) : {})}
        submit={mode ? t('readOnly:change') : t('readOnly:turnOn')}
        look={mode ? 'quiet' : 'primary'}
        backTo="/admin/operations"
      >
        {(fields) => (
          <>
            <TextArea
              field={fields.reason}
              label={t('readOnly:reason')}
              hint={t('readOnly:reasonHint')}
              rows={2}
              required
            />
            <TextField
              field={fields.until}
              label={t('readOnly:until')}
              hint={t('readOnly:untilHint')}
              type="datetime-local"
            />
          </>
        )}
      </AdministrationForm>
    </>
  )
}
