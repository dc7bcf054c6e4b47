import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AbsenceSections } from '#app/absences/absence-sections.tsx'
import { readOwnAbsences } from '#app/absences/own-absences.server.ts'
import { stallsPath } from '#app/absences/stalls/period.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('absences:title') }

export const loader = ({ request }: LoaderFunctionArgs) => readOwnAbsences(request)

export default function OwnAbsences() {
  const t = useT()
  const { personId, lists, mayName } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('absences:title')}
        above={
          <Link to="/account" className="link">
            {t('signIn:accountTitle')}
          </Link>
        }
      />
      <DoneNotice />
      <p className="mb-4">
        <Link to={stallsPath(personId)} className="link">
          {t('stalls:open')}
        </Link>
      </p>
      <AbsenceSections lists={lists} path="/account/absences" mayName={mayName} />
    </>
  )
}
