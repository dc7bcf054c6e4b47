import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, redirect, useLoaderData } from '@remix-run/react'
import { callOffHandover } from '#app/handovers/order-handover.server.ts'
import { HandoverPhaseWord } from '#app/handovers/phase-word.tsx'
import { readHandover } from '#app/handovers/read-handovers.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { problemWords } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { JobProgress } from '#app/ui/job-progress.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('handovers:one') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'orderHandovers')
  return readHandover(organ.id, requiredId(params.handoverId))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const handoverId = requiredId(params.handoverId)
  await callOffHandover({ ...act, handoverId })
  return redirect(`/admin/handovers/${handoverId}`)
}

export default function Handover() {
  const t = useT()
  const { phase, heldBack, fromDay, documentSymbol, documentOn, orderedBy, moves, tasks, tried, stays } =
    useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('handovers:one')}
        above={
          <Link to="/admin/handovers" className="link">
            {t('handovers:heading')}
          </Link>
        }
        below={<HandoverPhaseWord phase={phase} />}
        acts={
          (phase === 'ordered' || phase === 'heldBack') && (
            <Form method="post">
              <Button look="danger">{t('handovers:button.callOff')}</Button>
            </Form>
          )
        }
      />
      {heldBack && <Notice>{t('handovers:heldBack.why', { reason: problemWords(t, heldBack) })}</Notice>}
      <DescriptionList
        items={[
          { term: t('handovers:field.fromDay'), words: formatDay(fromDay) },
          {
            term: t('handovers:field.documentSymbol'),
            words: t('handovers:document', { symbol: documentSymbol, day: formatDay(documentOn) }),
          },
          { term: t('handovers:column.orderedBy'), words: orderedBy },
          { term: t('handovers:column.moves'), words: moves.join('; ') },
        ]}
      />
      {phase === 'running' && (
        <JobProgress
          words={t('handovers:progress', { done: formatNumber(tried), total: formatNumber(tasks) })}
          done={tried}
          total={tasks}
        />
      )}
      {phase === 'done' && (
        <p role="status">
          {t('handovers:finished', { moved: formatNumber(tried - stays), stays: formatNumber(stays) })}
        </p>
      )}
    </>
  )
}
