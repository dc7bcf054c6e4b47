import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { readDigestHour } from '#app/digests/own-digest.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { chooseWays, readOwnWays } from '#app/notices/choose-ways.server.ts'
import { digestHours, nameOf, ownWaysSchema } from '#app/notices/ways.ts'
import { WaysTable } from '#app/notices/ways-table.tsx'
import { BadInput } from '#app/platform/errors.ts'
import { hasMailServer } from '#app/platform/mail.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { Button } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('notices:ways.title') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(request)
  const { id: personId, organId } = person
  const [ways, digestHour] = await Promise.all([readOwnWays({ personId, organId }), readDigestHour(personId)])
  return { hasMailServer, ways, digestHour }
}

export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requireSignedIn(request)
  const form = await request.formData()
  const sent = { wanted: form.getAll('wanted').map(String), digestHour: form.get('digestHour') ?? '' }
  const chosen = ownWaysSchema.safeParse(sent)
  if (!chosen.success) throw new BadInput('badRequest')
  await chooseWays({ personId: person.id, organId: person.organId, ...chosen.data })
  return redirect(doneAt('/account/notices', 'notices:done.chosen'))
}

export default function OwnNotices() {
  const t = useT()
  const { hasMailServer: hasMail, ways, digestHour } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('notices:ways.title')}
        above={
          <Link to="/account" className="link">
            {t('signIn:accountTitle')}
          </Link>
        }
      />
      <DoneNotice />
      <p className="mb-4 max-w-prose text-muted">{t('notices:ways.effect')}</p>
      {!hasMail && <p className="mb-4 max-w-prose text-muted">{t('notices:noMailServer')}</p>}
      <Form method="post">
        <div className="mb-4 max-w-prose">
          <SelectField
            field={unboundField('digestHour', digestHour?.toString())}
            label={t('digests:field')}
            hint={t('digests:hint')}
            emptyLabel={t('digests:atOnce')}
            options={digestHours.map((hour) => ({ value: String(hour), label: t('digests:atHour', { hour }) }))}
          />
        </div>
        <WaysTable
          ways={ways}
          cell={({ isOn, isFixed, ...way }, name) =>
            isFixed ? (
              <span className="text-muted">{t(isOn ? 'notices:ways.alwaysOn' : 'notices:ways.alwaysOff')}</span>
            ) : (
              <input
                type="checkbox"
                name="wanted"
                value={nameOf(way)}
                defaultChecked={isOn}
                aria-label={name}
                className="size-4.5 accent-accent"
              />
            )
          }
        />
        <div className="mt-4">
          <Button>{t('save')}</Button>
        </div>
      </Form>
    </>
  )
}
