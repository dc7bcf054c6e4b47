import { z } from 'zod'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { typedDay } from '#app/platform/typed-day.ts'
import type { CsvLine, LineFault } from '#app/platform/csv-read.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { PostRole } from '#workflows/actor.ts'
import { postFault } from '../post-rules.ts'
import { overlap } from '../validity.ts'
import { type ColumnName, roleOf } from './columns.ts'

/** One good line: a person, known by a code from outside, and a post of theirs, known by role, unit and time. */
export interface ImportLine {
  line: number
  person: ImportedPerson
  post: ImportedPost
}

interface ImportedPerson {
  outsideId: string
  fullName: string
  email: string | null
  phone: string | null
}

interface ImportedPost {
  role: PostRole
  title: string
  unitId: string | null
  /** The code of the leader an assistant works for; in the file or already there. */
  assistsOutsideId: string | null
  validFrom: Day
  validTo: Day | null
}

export interface KnownOrganisation {
  units: { id: string; name: string; abbreviation: string; outsideId: string | null }[]
  /** Codes of leaders who are there before the import. */
  leaderOutsideIds: string[]
}

/** Sorts the lines into good ones and faults; decides everything that can be decided without writing. */
export function checkLines(
  lines: CsvLine<ColumnName>[],
  known: KnownOrganisation,
): { good: ImportLine[]; faults: LineFault[] } {
  const units = unitsByName(known)
  const good: ImportLine[] = []
  const faults: LineFault[] = []
  const names = new Map<string, ImportLine>()
  const posts = new Map<string, ImportLine[]>()
  for (const line of lines) {
    const checked = checkLine(line, units)
    const fault = 'code' in checked ? checked : clashWithEarlier(checked, names, posts)
    if (fault) {
      faults.push(fault)
      continue
    }
    const importLine = checked as ImportLine
    names.set(importLine.person.outsideId, names.get(importLine.person.outsideId) ?? importLine)
    posts.set(postKey(importLine), [...(posts.get(postKey(importLine)) ?? []), importLine])
    good.push(importLine)
  }
  return withoutLonelyAssistants({ good, faults }, known)
}

/** An assistant may stand above their leader in the file, but not without them: a leader's bad line takes theirs with it. */
function withoutLonelyAssistants(
  { good, faults }: { good: ImportLine[]; faults: LineFault[] },
  { leaderOutsideIds }: KnownOrganisation,
): { good: ImportLine[]; faults: LineFault[] } {
  const newLeaders = good.filter(({ post }) => post.role === 'LEADER').map(({ person }) => person.outsideId)
  const leaders = new Set([...leaderOutsideIds, ...newLeaders])
  const isLonely = ({ post }: ImportLine) => post.assistsOutsideId !== null && !leaders.has(post.assistsOutsideId)
  const lonely = good.filter(isLonely).map(({ line, post }): LineFault => ({
    line,
    code: 'unknownLeader',
    values: { text: post.assistsOutsideId ?? '' },
  }))
  return { good: good.filter((line) => !isLonely(line)), faults: [...faults, ...lonely] }
}

function checkLine({ line, cells }: CsvLine<ColumnName>, units: Map<string, string>): ImportLine | LineFault {
  const fault = (code: string, values: LineFault['values'] = {}): LineFault => ({ line, code, values })
  if (cells.personCode === '') return fault('personCodeMissing')
  if (cells.fullName === '') return fault('fullNameMissing')
  if (cells.title === '') return fault('titleMissing')
  const tooLong = Object.values(cells).find((cell) => cell.length > 200)
  if (tooLong !== undefined) return fault('tooLong', { maximum: 200, text: `${tooLong.slice(0, 30)}…` })
  if (cells.email !== '' && !z.email().safeParse(cells.email).success) return fault('notAnEmail', { text: cells.email })

  const role = roleOf(cells.role)
  if (!role) return fault('unknownRole', { text: cells.role })
  if (role === 'ADMIN') return fault('administratorByHand')
  const unitId = cells.unit === '' ? null : units.get(foldVietnamese(cells.unit))
  if (unitId === undefined) return fault('unknownUnit', { text: cells.unit })
  const validFrom = typedDay(cells.validFrom)
  if (!validFrom) return fault('notADay', { text: cells.validFrom })
  const validTo = cells.validTo === '' ? null : typedDay(cells.validTo)
  if (validTo === undefined) return fault('notADay', { text: cells.validTo })
  const assistsOutsideId = cells.assists === '' ? null : cells.assists

  const shape = postFault({ role, unitId, assistsPersonId: assistsOutsideId, validFrom, validTo })
  if (shape) return fault(shape.code)
  const outsideId = cells.personCode
  return {
    line,
    person: { outsideId, fullName: cells.fullName, email: cells.email || null, phone: cells.phone || null },
    post: {
      role,
      title: cells.title,
      unitId,
      assistsOutsideId,
      validFrom,
      validTo,
    },
  }
}

function clashWithEarlier(
  importLine: ImportLine,
  names: Map<string, ImportLine>,
  posts: Map<string, ImportLine[]>,
): LineFault | null {
  const { line, person, post } = importLine
  const earlier = names.get(person.outsideId)
  if (earlier && earlier.person.fullName !== person.fullName) {
    return {
      line,
      code: 'otherName',
      values: { code: person.outsideId, name: earlier.person.fullName, line: earlier.line },
    }
  }
  const twin = posts.get(postKey(importLine))?.find((other) => overlap(other.post, post))
  return twin ? { line, code: 'postTwice', values: { line: twin.line } } : null
}

function postKey({ person, post }: ImportLine): string {
  return [person.outsideId, post.role, post.unitId ?? ''].join('/')
}

/** A unit is named by abbreviation, name or code from outside; a name that two units answer to names neither. */
function unitsByName({ units }: KnownOrganisation): Map<string, string> {
  const byName = new Map<string, string | null>()
  for (const { id, name, abbreviation, outsideId } of units) {
    for (const known of new Set([name, abbreviation, outsideId ?? ''].map(foldVietnamese))) {
      if (known !== '') byName.set(known, byName.has(known) && byName.get(known) !== id ? null : id)
    }
  }
  return new Map([...byName].filter((entry): entry is [string, string] => entry[1] !== null))
}
