import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { findAnything } from '#app/jump/find-anything.server.ts'
import { pathOf } from '#app/jump/paths.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('jump:title') }

/** As much as anybody types to find something. */
const MOST_LETTERS = 200

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, MOST_LETTERS)
  return { q, found: await findAnything(q, actor) }
}

export default function Jump() {
  const t = useT()
  const { q, found } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('jump:title')} />
      <Form className="mb-4 flex max-w-prose flex-wrap items-end gap-3" role="search">
        <div className="min-w-0 flex-1 basis-64">
          <TextField field={unboundField('q', q)} label={t('jump:label')} />
        </div>
        <div className="mb-4">
          <Button>{t('search')}</Button>
        </div>
      </Form>
      {q && found.length === 0 && <EmptyState>{t('jump:nothing')}</EmptyState>}
      <ul>
        {found.map((each) => (
          <li key={each.id} className="flex items-baseline gap-3 border-t border-line py-2">
            <span className="w-24 shrink-0 text-sm text-muted">{t(`jump:kind.${each.kind}`)}</span>
            <Link to={pathOf(each)} className="link line-clamp-2 flex-1">
              {each.title}
            </Link>
            {each.mark && <span className="text-sm text-muted">{each.mark}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
