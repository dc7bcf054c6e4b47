import { isCounted, workCountWords, workTabs } from '#app/directives/work-tabs.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { MenuGroup } from '#app/ui/app-shell.tsx'
import type { Menu } from './read-menu.server.ts'

/** The menu in words. An administrator without other posts sees administration only: their post opens no content. */
export function menuGroups(t: Translate, { work, hasBoard, hasReports, isAdministrator }: Menu): MenuGroup[] {
  const groups: MenuGroup[] = []
  if (work) {
    groups.push({
      heading: t('directives:menu.work'),
      entries: workTabs.map((tab) => ({
        to: `/my-work/${tab}`,
        words: t(`directives:tab.${tab}`),
        count: isCounted(tab) && work[tab] > 0 ? workCountWords(work[tab]) : undefined,
      })),
    })
    groups.push({
      heading: t('directives:menu.directing'),
      entries: [
        { to: '/directives', words: t('directives:menu.directives') },
        { to: '/tasks', words: t('directives:menu.tasks') },
        // Whoever has a board to look at may also see a series; others see its tasks as they come.
        ...(hasBoard
          ? [
              { to: '/series', words: t('series:menu') },
              { to: '/tracking', words: t('tracking:menu') },
            ]
          : []),
        ...(hasReports ? [{ to: '/reports', words: t('reports:menu') }] : []),
      ],
    })
  }
  if (isAdministrator) {
    groups.push({
      heading: t('directives:menu.administration'),
      entries: [{ to: '/admin', words: t('directives:menu.organisation') }],
    })
  }
  groups.push({ heading: '', entries: [{ to: '/account', words: t('directives:menu.account') }] })
  return groups
}
