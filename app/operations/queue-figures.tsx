import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { durationWords } from './duration-words.ts'
import type { OperatorPage } from './operator-page.server.ts'

/** The queue and the outbox in front of it, in figures. */
export function QueueFigures({ queue, outbox }: Pick<OperatorPage, 'queue' | 'outbox'>) {
  const t = useT()
  const { waiting, failed, stuck, oldestMilliseconds } = outbox
  return (
    <section aria-labelledby="queues" className="mb-8">
      <h2 id="queues" className="mb-2 font-semibold">
        {t('operations:queues')}
      </h2>
      {!queue && <Notice kind="error">{t('operations:queueAway')}</Notice>}
      <DescriptionList
        items={[
          { term: t('operations:queue.waiting'), words: queue && formatNumber(queue.waiting) },
          { term: t('operations:queue.active'), words: queue && formatNumber(queue.active) },
          { term: t('operations:queue.delayed'), words: queue && formatNumber(queue.delayed) },
          { term: t('operations:outbox.waiting'), words: formatNumber(waiting) },
          { term: t('operations:outbox.failed'), words: formatNumber(failed) },
          { term: t('operations:outbox.stuck'), words: formatNumber(stuck) },
          {
            term: t('operations:outbox.oldest'),
            words: oldestMilliseconds === null ? null : durationWords(t, oldestMilliseconds),
          },
        ]}
      />
    </section>
  )
}
