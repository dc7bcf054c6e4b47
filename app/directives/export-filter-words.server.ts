import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { db } from '#app/platform/db.server.ts'
import type { TaskFilters } from './task-filters.ts'

/** The filters of a list in one line, as its head says them: "Trạng thái: Đang thực hiện · Đơn vị chủ trì: Vụ Pháp chế". */
export async function filterWords(filters: TaskFilters, t: Translate): Promise<string> {
  const names = await namesOf(filters)
  const parts = Object.entries(filters).map(([name, value]) => {
    const label = keyWords(
      t,
      LABELS[name] ?? `taskFilters:field.${name}`,
      keyWords(t, `directives:field.${name}`, name),
    )
    return `${label}: ${valueWords(t, name, String(value), names)}`
  })
  return parts.length > 0 ? parts.join(' · ') : t('taskExports:noFilter')
}

/** The filters that are not called as a field of the same name is. */
const LABELS: Record<string, string> = {
  q: 'taskExports:sought',
  leader: 'directives:field.directingLeader',
  field: 'fields:field',
  watch: 'watches:filter',
  series: 'series:one',
  issuedTo: 'taskExports:issuedTo',
  dueTo: 'taskExports:dueTo',
  trackedTo: 'taskExports:trackedTo',
}

/** The words of what may be chosen. */
const CHOICES: Record<string, string> = {
  state: 'directives:taskState',
  timeliness: 'directives:timeliness',
  urgency: 'directives:urgency',
  sourceKind: 'directives:sourceKind',
  unitPart: 'taskFilters:unitPart',
  dueDay: 'taskFilters:dueDay',
  watch: 'watches:filterWords',
  toldUp: 'taskFilters:toldUp',
}

function valueWords(t: Translate, name: string, value: string, names: Map<string, string>): string {
  if (name === 'q' || name === 'symbol') return `“${value}”`
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value)
  const choices = CHOICES[name]
  return choices ? keyWords(t, `${choices}.${value}`, value) : (names.get(value) ?? value)
}

/** The key comes from an address, so the type of `t` cannot know it. */
function keyWords(t: Translate, key: string, otherwise: string): string {
  const translate = t as unknown as (key: string, options: { defaultValue: string }) => string
  return translate(key, { defaultValue: otherwise })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The names of the units and people that filters hold by id. */
async function namesOf(filters: TaskFilters): Promise<Map<string, string>> {
  const ids = Object.values(filters).filter((value) => UUID.test(value))
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select id, name from unit where id = any(${ids}::uuid[])
    union all select id, full_name from person where id = any(${ids}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
