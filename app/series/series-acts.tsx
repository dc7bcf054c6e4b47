import { Form } from '@remix-run/react'
import { refusalWords } from '#app/directives/refusal-words.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button, GreyedAct, LinkButton } from '#app/ui/button.tsx'
import { RequestKey, Revision } from '#app/ui/fields/hidden-fields.tsx'
import { seriesPath } from './paths.ts'
import type { ShownSeries } from './series-page.server.ts'

/** What can be done with a series, and where something cannot, why. What belongs to another state is not shown. */
export function SeriesActs({ series, requestKey }: { series: ShownSeries; requestKey: string }) {
  const t = useT()
  const shown = series.acts.filter(({ refusal }) => refusal?.code !== 'notInThisState')
  const wordsOf = (act: ShownSeries['acts'][number]['act']) =>
    t(act === 'stop' && series.state === 'draft' ? 'series:act.drop' : `series:act.${act}`)
  if (series.state === 'stopped') return null
  return (
    <section aria-labelledby="acts-heading" className="mb-6 flex flex-wrap items-start gap-3 border-y border-line py-3">
      <h2 id="acts-heading" className="sr-only">
        {t('series:acts')}
      </h2>
      {shown.map(({ act, refusal }) => {
        if (refusal) {
          return (
            <GreyedAct key={act} reason={refusalWords(t, refusal, 'task')}>
              {wordsOf(act)}
            </GreyedAct>
          )
        }
        if (act !== 'issue') {
          return (
            <LinkButton key={act} to={`${seriesPath(series.id)}/${act}`} look={act === 'stop' ? 'danger' : 'quiet'}>
              {wordsOf(act)}
            </LinkButton>
          )
        }
        return (
          <Form key={act} method="post">
            <RequestKey value={requestKey} />
            <Revision value={series.revision} />
            <Button>{wordsOf(act)}</Button>
          </Form>
        )
      })}
    </section>
  )
}
