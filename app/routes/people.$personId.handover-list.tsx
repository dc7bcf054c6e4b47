import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import paper from '#app/directives/export-print.css?url'
import { TaskStateWord } from '#app/directives/state-words.tsx'
import { type HandoverLine, readHandoverList } from '#app/handovers/handover-list.server.ts'
import { formatDay, formatMoment, formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('handovers:list.title') }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: paper }]

/** What somebody owes, on paper, to be signed by who hands over and who takes over. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, organ } = await requireSignedIn(request)
  const at = now()
  const list = await readHandoverList({ personId: requiredId(params.personId), by: actor, today: officeDay(at) })
  return { ...list, at, organName: organ.name }
}

const heads = ['as', 'work', 'source', 'due', 'state', 'progress'] as const

export default function HandoverListPage() {
  const t = useT()
  const { fullName, posts, lines, at, organName } = useLoaderData<typeof loader>()
  return (
    <main className="px-4 py-5 print:p-0">
      <p className="mb-4 text-muted print:hidden">{t('handovers:list.how')}</p>
      <p className="font-medium">{organName}</p>
      <h1 className="mt-3 text-center text-lg font-semibold">{t('handovers:list.title')}</h1>
      <p className="text-center">{t('handovers:list.of', { name: fullName, posts: posts.join(', ') })}</p>
      <p className="mb-4 text-center text-sm">
        {t('handovers:list.printed', { moment: formatMoment(at), count: lines.length })}
      </p>
      {lines.length === 0 ? (
        <EmptyState>{t('handovers:list.none')}</EmptyState>
      ) : (
        <div
          role="region"
          aria-label={t('handovers:list.title')}
          tabIndex={0}
          className="overflow-x-auto print:overflow-visible"
        >
          <table className="w-full min-w-3xl border-collapse text-sm print:min-w-0 print:text-xs">
            <caption className="sr-only">{t('handovers:list.title')}</caption>
            <thead className="table-header-group">
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className="border border-edge px-1.5 py-1 text-left font-semibold">
                    {t(`handovers:list.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="mt-8 grid grid-cols-3 gap-4 text-center break-inside-avoid">
        {(['giving', 'taking', 'witness'] as const).map((who) => (
          <p key={who} className="pb-16 font-medium">
            {t(`handovers:list.${who}`)}
          </p>
        ))}
      </div>
    </main>
  )
}

function Line({ line: { kind, isOfUnit, title, symbol, dueOn, taskState, percent } }: { line: HandoverLine }) {
  const t = useT()
  const words = t(`handovers:list.kind.${kind}`)
  const cells = [
    isOfUnit ? t('handovers:list.ofUnit', { kind: words }) : words,
    title,
    symbol,
    dueOn && formatDay(dueOn),
    <TaskStateWord key="state" state={taskState} />,
    percent === null ? null : `${formatNumber(percent)} %`,
  ]
  return (
    <tr className="break-inside-avoid">
      {cells.map((cell, index) => (
        <td key={heads[index]} className="border border-edge px-1.5 py-1 align-top">
          {cell}
        </td>
      ))}
    </tr>
  )
}
