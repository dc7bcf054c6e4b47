import type { Translate } from '#app/i18n/translator.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Table } from '#app/ui/table.tsx'
import type { ReminderPolicy, ReminderRule, Stage } from '#workflows/reminders/policy.ts'

/** The rules of a policy, each in one row, in the order they are asked. */
export function RuleTable({ policy, caption }: { policy: ReminderPolicy; caption: string }) {
  const t = useT()
  return (
    <Table
      caption={caption}
      columns={[
        {
          key: 'work',
          head: t('reminders:field.work'),
          rowHeader: true,
          cell: ({ work }: ReminderRule) => work.map((each) => t(`reminders:work.${each}`)).join(', '),
        },
        {
          key: 'urgencies',
          head: t('reminders:field.urgencies'),
          cell: ({ urgencies }) => urgencies.map((each) => t(`directives:urgency.${each}`)).join(', '),
        },
        {
          key: 'stages',
          head: t('reminders:field.stages'),
          cell: ({ stages }) => (
            <ul>
              {stages.map((stage) => (
                <li key={stageWords(stage, t)} className="md:whitespace-nowrap">
                  {stageWords(stage, t)}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
      rows={policy.rules}
      keyOf={(rule) => policy.rules.indexOf(rule)}
    />
  )
}

function stageWords(stage: Stage, t: Translate): string {
  switch (stage.kind) {
    case 'BEFORE':
      return t('reminders:stage.before', { days: stage.workingDays })
    case 'ON_DAY':
      return t('reminders:stage.onDay')
    case 'OVERDUE':
      return t('reminders:stage.overdue', { days: stage.workingDays, whom: t(`reminders:level.${stage.tells}`) })
  }
}
