import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { awayBeforeIssue } from '#app/absences/away-before-issue.server.ts'
import { AwayNotice } from '#app/absences/away-notice.tsx'
import { DirectiveTasks } from '#app/directives/directive-tasks.tsx'
import { readDirectivePage } from '#app/directives/directive-page.server.ts'
import { FileLinks } from '#app/directives/file-links.tsx'
import { mayEnterDirectives } from '#app/directives/policy.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { DirectiveSeries } from '#app/series/directive-series.tsx'
import { seriesOfDirective } from '#app/series/list-series.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { RequestKey } from '#app/ui/fields/hidden-fields.tsx'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { directive }) => directive.symbol ?? directive.subject.slice(0, 80),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, organ, principals } = await requireSignedIn(request)
  const { today, hour } = officeTime(now())
  const directiveId = params.directiveId!
  const directive = await readDirectivePage({ directiveId, actor, principals, today, hour })
  const series = await seriesOfDirective({ directiveId, principals, today })
  const drafts = directive.issuable > 0 ? directive.tasks.filter(({ state }) => state === 'draft') : []
  const away = await awayBeforeIssue({ request, organId: organ.id, taskIds: drafts.map(({ id }) => id) })
  return { directive, series, away, mayEnter: mayEnterDirectives(actor), requestKey: newId() }
}

export default function DirectivePage() {
  const t = useT()
  const { directive, series, away, mayEnter, requestKey } = useLoaderData<typeof loader>()
  const { id, issuable, mayEditSource } = directive
  return (
    <>
      <PageHeader
        title={directive.subject}
        above={
          <Link to="/directives" className="link">
            {t('directives:heading.directives')}
          </Link>
        }
        acts={
          <>
            {issuable > 0 && (
              <Form method="post" action={`/directives/${id}/issue`}>
                <RequestKey value={requestKey} />
                <Button>{t('directives:button.issueAll', { number: issuable })}</Button>
              </Form>
            )}
            {mayEditSource && (
              <LinkButton to={`/directives/${id}/source`}>{t('directives:button.editSource')}</LinkButton>
            )}
          </>
        }
      />
      <DoneNotice />
      <AwayNotice lines={away} />
      <DescriptionList
        items={[
          { term: t('directives:field.sourceKind'), words: t(`directives:sourceKind.${directive.sourceKind}`) },
          { term: t('directives:field.symbol'), words: directive.symbol ?? t('directives:unsigned') },
          { term: t('directives:field.signedOn'), words: directive.signedOn && formatDay(directive.signedOn) },
          { term: t('directives:field.issuingOrgan'), words: directive.issuingOrgan },
          { term: t('directives:field.signer'), words: directive.signer },
          { term: t('directives:field.enteredBy'), words: directive.enteredBy },
          {
            term: t('directives:field.files'),
            words: directive.files.length > 0 ? <FileLinks files={directive.files} /> : null,
          },
        ]}
      />
      <DirectiveTasks tasks={directive.tasks} />
      <DirectiveSeries directiveId={id} rows={series} mayEnter={mayEnter} />
    </>
  )
}
