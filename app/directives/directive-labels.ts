import type { Catalogue } from '#app/i18n/catalogue.ts'
import { useT } from '#app/i18n/use-t.ts'

type FieldKey = keyof Catalogue['directives']['field']

const keys: Record<string, FieldKey> = {
  sourceKind: 'sourceKind',
  symbol: 'symbol',
  signedOn: 'signedOn',
  issuingOrgan: 'issuingOrgan',
  signer: 'signer',
  subject: 'subject',
  files: 'files',
  directingLeaderId: 'directingLeader',
  followerId: 'follower',
  restricted: 'restricted',
  namedPersonIds: 'named',
  content: 'content',
  expectedProduct: 'expectedProduct',
  leadUnitId: 'leadUnit',
  urgency: 'urgency',
  dueOn: 'dueOn',
  openEnded: 'openEnded',
  dueKind: 'dueKind',
  dueDays: 'dueDays',
  outerDueOn: 'outerDueOn',
  outside: 'outside',
  supporters: 'supporters',
  unitId: 'supporters',
  otherLeadUnitIds: 'otherLeadUnits',
  toAllUnits: 'toAllUnits',
  tasks: 'tasks',
}

/** What has a catalogue of its own. */
const otherWords: Record<string, 'fields:field' | 'calendar:field.dueHour' | 'calendar:field.dueHours'> = {
  field: 'fields:field',
  dueHour: 'calendar:field.dueHour',
  dueHours: 'calendar:field.dueHours',
}

/** What the screen calls a field of the directive's form: `subject`, or `tasks[2].dueOn` as "Nhiệm vụ 3, Hạn". */
export function useDirectiveLabels(): (name: string) => string {
  const t = useT()
  return (name) => {
    const [, index, last = name] = /^tasks\[(\d+)\]\.(?:supporters\[\d+\]\.)?(\w+)$/.exec(name) ?? []
    const key = keys[last.replace(/\[\d+\]$/, '')]
    const words = key
      ? t(`directives:field.${key}` as 'directives:field.content')
      : otherWords[last]
        ? t(otherWords[last])
        : last
    return index === undefined ? words : `${t('directives:field.task', { number: Number(index) + 1 })}, ${words}`
  }
}
