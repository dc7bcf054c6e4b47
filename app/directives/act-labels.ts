import type { Catalogue } from '#app/i18n/catalogue.ts'
import { useT } from '#app/i18n/use-t.ts'

type FieldKey = keyof Catalogue['directives']['field']

/** What the screen calls a field of an act's form, where it is not called as it is named. */
const keys: Record<string, FieldKey> = {
  reason: 'reason',
  words: 'words',
  comment: 'comment',
  content: 'content',
  dueOn: 'newDueOn',
  openEnded: 'openEnded',
  followerId: 'newFollower',
  leadUnitId: 'newLeadUnit',
  unitId: 'supporters',
  supporters: 'supporters',
  decision: 'decision',
  documentSymbol: 'outsideSymbol',
  documentOn: 'outsideDocumentOn',
  outerDueOn: 'newOuterDueOn',
}

/** `reason`, or `supporters[1].unitId`, in the words of the screen. */
export function useActLabels(): (name: string) => string {
  const t = useT()
  return (name) => {
    const last = /(\w+)(?:\[\d+\])?$/.exec(name)?.[1] ?? name
    const key = keys[last]
    return key ? t(`directives:field.${key as 'reason'}`) : name
  }
}
