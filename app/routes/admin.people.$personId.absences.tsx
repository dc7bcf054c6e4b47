import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listAbsences } from '#app/absences/absence-list.server.ts'
import { AbsenceSections } from '#app/absences/absence-sections.tsx'
import { isCovered } from '#app/absences/policy.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('absences:title') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, today } = await readPersonForm(request, params.personId)
  const { id: personId, fullName, posts } = person
  return { personId, fullName, mayName: posts.some(isOpen), lists: await listAbsences({ personId, today }) }
}

function isOpen({ role, phase }: Awaited<ReturnType<typeof readPersonForm>>['person']['posts'][number]): boolean {
  return isCovered(role) && phase !== 'past'
}

export default function AbsencesOfPerson() {
  const t = useT()
  const { personId, fullName, lists, mayName } = useLoaderData<typeof loader>()
  const personPath = `/admin/people/${personId}`
  return (
    <>
      <PageHeader
        title={t('absences:titleOf', { name: fullName })}
        above={
          <Link to={personPath} className="link">
            {fullName}
          </Link>
        }
      />
      <DoneNotice />
      <AbsenceSections lists={lists} path={`${personPath}/absences`} mayName={mayName} />
    </>
  )
}
