import { useT } from '#app/i18n/use-t.ts'

/** What the screen calls a field of the form: `content`, or `supportUnitIds[1]`. */
export function useSeriesLabels(): (name: string) => string {
  const t = useT()
  const labels: Record<string, string> = {
    content: t('directives:field.content'),
    expectedProduct: t('directives:field.expectedProduct'),
    leadUnitId: t('directives:field.leadUnit'),
    directingLeaderId: t('directives:field.directingLeader'),
    followerId: t('directives:field.follower'),
    supportUnitIds: t('series:field.supportUnits'),
    urgency: t('directives:field.urgency'),
    field: t('fields:field'),
    firstPeriod: t('series:field.firstPeriod'),
    lastPeriod: t('series:field.lastPeriod'),
    dueAfterDays: t('series:field.dueAfterDays'),
    opensBeforeDays: t('series:field.opensBeforeDays'),
    reason: t('directives:field.reason'),
  }
  return (name) => labels[name.replace(/\[\d+\]$/, '')] ?? name
}
