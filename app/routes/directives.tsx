import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDirectives } from '#app/directives/directive-list.server.ts'
import { DirectiveTable } from '#app/directives/directive-table.tsx'
import { mayEnterDirectives } from '#app/directives/policy.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { pageFrom, ROWS_A_PAGE } from '#app/ui/paging.ts'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle: PageHandle = { title: (t) => t('directives:heading.directives') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  const url = new URL(request.url)
  const q = url.searchParams.get('q')?.trim().slice(0, 200) || null
  return { q, mayEnter: mayEnterDirectives(actor), ...(await listDirectives({ principals, q, page: pageFrom(url) })) }
}

export default function Directives() {
  const t = useT()
  const { q, mayEnter, rows, total, isCapped, page } = useLoaderData<typeof loader>()
  const enter = mayEnter && (
    <>
      <LinkButton to="/tasks/imports/new">{t('taskImports:link')}</LinkButton>
      <LinkButton look="primary" to="/directives/new">
        {t('directives:button.newDirective')}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHeader title={t('directives:heading.directives')} acts={enter} />
      <FilterBar label={t('directives:heading.filters')}>
        <TextField field={unboundField('q', q)} label={t('directives:field.q')} type="search" />
      </FilterBar>
      {rows.length === 0 ? <EmptyState>{t('directives:empty.directives')}</EmptyState> : <DirectiveTable rows={rows} />}
      <Pagination page={page} pageSize={ROWS_A_PAGE} total={total} capped={isCapped} />
    </>
  )
}
