import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { markReadSchema } from '#app/notices/forms.ts'
import { markAllRead, markRead, seenNow } from '#app/notices/mark-read.server.ts'
import { listNotices } from '#app/notices/notice-list.server.ts'
import { NoticeTable } from '#app/notices/notice-table.tsx'
import { now } from '#app/platform/clock.server.ts'
import { BadInput } from '#app/platform/errors.ts'
import { hasMailServer } from '#app/platform/mail.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { pageFrom, ROWS_A_PAGE } from '#app/ui/paging.ts'

export const handle: PageHandle = { title: (t) => t('notices:title') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { person, principals } = await requireSignedIn(request)
  const seen = await seenNow()
  return {
    seen,
    hasMailServer,
    ...(await listNotices({ personId: person.id, principals, page: pageFrom(new URL(request.url)) })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requireSignedIn(request)
  const asked = markReadSchema.safeParse(Object.fromEntries(await request.formData()))
  if (!asked.success) throw new BadInput('badRequest')
  const marking = { personId: person.id, at: now() }
  if ('seen' in asked.data) await markAllRead({ ...marking, seen: asked.data.seen })
  else await markRead({ ...marking, noticeId: asked.data.noticeId })
  const { pathname, search } = new URL(request.url)
  return redirect(pathname + search)
}

export default function Notices() {
  const t = useT()
  const { seen, hasMailServer: hasMail, rows, total, isCapped, page } = useLoaderData<typeof loader>()
  const hasUnread = rows.some(({ isRead }) => !isRead)
  return (
    <>
      <PageHeader
        title={t('notices:title')}
        acts={
          hasUnread && (
            <Form method="post">
              <Button look="quiet" name="seen" value={seen}>
                {t('notices:markAllRead')}
              </Button>
            </Form>
          )
        }
      />
      {!hasMail && <p className="mb-3 text-sm text-muted">{t('notices:noMailServer')}</p>}
      {total === 0 ? (
        <EmptyState>
          {t('notices:none')}{' '}
          <Link to="/my-work" className="link">
            {t('notices:toMyWork')}
          </Link>
        </EmptyState>
      ) : (
        <NoticeTable rows={rows} />
      )}
      <Pagination page={page} pageSize={ROWS_A_PAGE} total={total} capped={isCapped} />
    </>
  )
}
