import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { FeedAddress } from '#app/feeds/feed-address.tsx'
import { answerFeedForm } from '#app/feeds/answer-feed-form.server.ts'
import { readOwnFeed } from '#app/feeds/own-feed.server.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { Button } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('feeds:title') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(request)
  return { feed: await readOwnFeed(person.id) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { address } = await answerFeedForm(request)
  return address ? data({ address }) : redirect(doneAt('/account/feed', 'feeds:done.revoked'))
}

export default function OwnFeedPage() {
  const t = useT()
  const { feed } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title={t('feeds:title')}
        above={
          <Link to="/account" className="link">
            {t('signIn:accountTitle')}
          </Link>
        }
        below={feed ? t('feeds:madeAt', { at: formatMoment(feed.createdAt) }) : t('feeds:none')}
      />
      <DoneNotice />
      {made && <FeedAddress address={made.address} />}
      <p className="mb-3 max-w-prose">{t('feeds:what')}</p>
      <p className="mb-5 max-w-prose">{t('feeds:secret')}</p>
      {feed && (
        <p className="mb-5">
          {feed.lastReadAt ? t('feeds:lastReadAt', { at: formatMoment(feed.lastReadAt) }) : t('feeds:neverRead')}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <Form method="post">
          <input type="hidden" name="act" value="make" />
          <Button look={feed ? 'quiet' : 'primary'}>{feed ? t('feeds:renew') : t('feeds:make')}</Button>
        </Form>
        {feed && (
          <Form method="post">
            <input type="hidden" name="act" value="revoke" />
            <Button look="danger">{t('feeds:revoke')}</Button>
          </Form>
        )}
      </div>
      {feed && <p className="mt-3 max-w-prose text-sm text-muted">{t('feeds:renewEffect')}</p>}
    </>
  )
}
