import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listAbsences, standing } from '#app/absences/absence-list.server.ts'
import { AbsenceSummary } from '#app/absences/absence-summary.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { AccountSummary } from '#app/organisation/account-summary.tsx'
import { ChargesTable } from '#app/organisation/charges-table.tsx'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { PostsTable } from '#app/organisation/posts-table.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_t, { person }) => person.fullName,
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, today } = await readPersonForm(request, params.personId)
  return { person, absences: standing(await listAbsences({ personId: person.id, today })) }
}

export default function Person() {
  const t = useT()
  const { person, absences } = useLoaderData<typeof loader>()
  const here = `/admin/people/${person.id}`
  const isLeader = person.posts.some((post) => post.role === 'LEADER')
  return (
    <>
      <PageHeader
        title={person.fullName}
        above={
          <Link to="/admin/people" className="link">
            {t('organisation:people')}
          </Link>
        }
        acts={
          <>
            <LinkButton to={`${here}/edit`}>{t('organisation:editPerson')}</LinkButton>
            <LinkButton to={`${here}/handover`}>{t('handovers:personTitle')}</LinkButton>
          </>
        }
      />
      <DoneNotice />
      <DescriptionList
        items={[
          { term: t('organisation:email'), words: person.email },
          { term: t('organisation:phone'), words: person.phone },
          { term: t('organisation:outsideId'), words: person.outsideId },
        ]}
      />
      <AccountSummary account={person.account} personPath={here} />
      <PostsTable posts={person.posts} personPath={here} />
      {(isLeader || person.charges.length > 0) && <ChargesTable charges={person.charges} personPath={here} />}
      <AbsenceSummary lists={absences} path={`${here}/absences`} />
    </>
  )
}
