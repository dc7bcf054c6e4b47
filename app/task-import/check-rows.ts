import { sourceKinds, urgencies, type Source, type SourceKind, type Urgency } from '#app/directives/forms.ts'
import { mayEnterFor } from '#app/directives/policy.ts'
import { spelledAs } from '#app/directives/spelled-field.ts'
import { en } from '#app/i18n/en.ts'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { formatDay } from '#app/i18n/format.ts'
import { vi } from '#app/i18n/vi.ts'
import type { Actor } from '#workflows/actor.ts'
import { daySchema, type Day } from '#workflows/calendar/day.ts'
import { EXAMPLE_CONTENT, OPEN_ENDED_WORDS, REQUIRED_COLUMNS, type ColumnName } from './columns.ts'
import type { KnownOffice, Named } from './known-office.server.ts'
import type { Fault, NamedRow, NamedRows } from './name-columns.ts'

/** One good row: a task, and the source it was taken from. */
export interface GoodRow {
  row: number
  source: {
    sourceKind: SourceKind
    symbol: string | null
    signedOn: Day | null
    signer: string | null
    issuingOrgan: string
    subject: string
  }
  content: string
  expectedProduct: string | null
  field: string | null
  leadUnitId: string
  supportUnitIds: string[]
  directingLeaderId: string
  followerId: string
  urgency: Urgency
  dueOn: Day | null
}

interface Circumstances {
  office: KnownOffice
  by: Actor
  today: Day
}

const LENGTHS: Partial<Record<ColumnName, number>> = {
  symbol: 50,
  signer: 100,
  issuingOrgan: 200,
  subject: 2000,
  content: 5000,
  expectedProduct: 1000,
  field: 200,
}

/** What of a cell a person needs to find it again. */
const SHOWN_TEXT = 60

/** Sorts the rows into good ones and faults, every fault of a row at once; decides all that can be decided without writing. */
export function checkRows(
  { rows, places, faults }: NamedRows,
  given: Circumstances,
): { good: GoodRow[]; faults: Fault[] } {
  const checked = rows.map((row) => new RowCheck(row, places, given).result())
  const good = checked.flatMap(({ good }) => good ?? [])
  const clashes = clashesIn(good, places)
  const clashing = new Set(clashes.map(({ row }) => row))
  return {
    good: good.filter(({ row }) => !clashing.has(row)),
    faults: [...faults, ...checked.flatMap(({ faults }) => faults), ...clashes].sort(
      (one, other) => one.row - other.row || (one.column ?? 0) - (other.column ?? 0),
    ),
  }
}

class RowCheck {
  private readonly faults: Fault[] = []
  private readonly named: NamedRow
  private readonly places: Map<ColumnName, number>
  private readonly given: Circumstances

  constructor(named: NamedRow, places: Map<ColumnName, number>, given: Circumstances) {
    this.named = named
    this.places = places
    this.given = given
  }

  result(): { good: GoodRow | null; faults: Fault[] } {
    const good = this.read()
    return { good: this.faults.length > 0 ? null : good, faults: this.faults }
  }

  private read(): GoodRow {
    const { office, by, today } = this.given
    for (const name of REQUIRED_COLUMNS) if (!this.named.cells[name]) this.fault(name, 'cellMissing')
    const signedOn = this.day('signedOn')
    const symbol = this.text('symbol')
    const content = this.text('content')
    const field = this.text('field')
    const due = this.due()
    const leadUnitId = this.one('leadUnit', office.units, { ended: 'unitHasEnded', none: 'unknownUnit' })
    const directingLeaderId = this.one('directingLeader', office.leaders, {
      ended: 'notALeader',
      none: 'unknownPerson',
    })
    const followerId = this.one('follower', office.followers, { ended: 'notOfTheSecretariat', none: 'unknownPerson' })
    if (content === EXAMPLE_CONTENT) this.fault('content', 'exampleRow')
    if (symbol && !signedOn && !this.named.cells.signedOn) this.fault('signedOn', 'symbolWithoutDay')
    if (!symbol && signedOn) this.fault('symbol', 'dayWithoutSymbol')
    if (signedOn && signedOn > today) this.fault('signedOn', 'signedInFuture')
    if (due && signedOn && due < signedOn) this.fault('dueOn', 'dueBeforeSigned')
    if (directingLeaderId && !mayEnterFor(by, directingLeaderId)) this.fault('directingLeader', 'notYourLeader')
    return {
      row: this.named.row,
      source: {
        sourceKind: this.choice('sourceKind', sourceKinds, 'unknownSourceKind') ?? 'OTHER',
        symbol,
        signedOn,
        signer: this.text('signer'),
        issuingOrgan: this.text('issuingOrgan') ?? '',
        subject: this.text('subject') ?? '',
      },
      content: content ?? '',
      expectedProduct: this.text('expectedProduct'),
      field: field && spelledAs(office.fields, field),
      leadUnitId: leadUnitId ?? '',
      supportUnitIds: this.supporters(leadUnitId),
      directingLeaderId: directingLeaderId ?? '',
      followerId: followerId ?? '',
      urgency: this.choice('urgency', urgencies, 'unknownUrgency') ?? 'NORMAL',
      dueOn: due,
    }
  }

  private fault(name: ColumnName, code: string, values: Fault['values'] = {}): void {
    const column = this.places.get(name) ?? null
    // What follows from a cell that is wrong already is not told beside it.
    if (this.faults.some((fault) => fault.column === column)) return
    this.faults.push({ row: this.named.row, column, code, values })
  }

  /** The text of a cell, whatever Excel made of it; null when it is empty, or no text at all. */
  private text(name: ColumnName): string | null {
    const value = this.named.cells[name]
    if (!value) return null
    if (value.kind === 'formula') return this.refuse(name, 'formula')
    if (value.kind === 'error') return this.refuse(name, 'errorValue', { text: value.text })
    if (value.kind === 'boolean') return this.refuse(name, 'notAText', { text: value.text })
    if (value.kind === 'day') return this.refuse(name, 'dayNotExpected', { text: formatDay(value.day) })
    const text = value.text.normalize('NFC').trim()
    // The database knows no NUL, and a screen none of the others.
    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) return this.refuse(name, 'controlCharacter')
    const most = LENGTHS[name] ?? 500
    return text.length > most ? this.refuse(name, 'tooLong', { most }) : text
  }

  private refuse(name: ColumnName, code: string, values: Fault['values'] = {}): null {
    this.fault(name, code, values)
    return null
  }

  /** A day as a date cell, or written dd/MM/yyyy. A bare number is a date that lost its format, or none: nobody can tell. */
  private day(name: ColumnName): Day | null {
    const value = this.named.cells[name]
    if (!value) return null
    if (value.kind === 'day') return this.likely(name, value.day)
    if (value.kind === 'number') return this.refuse(name, 'numberNotADay', { text: value.text })
    const text = this.text(name)
    if (text === null) return null
    const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
    const written = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
    const parsed = daySchema.safeParse(written)
    return parsed.success ? this.likely(name, parsed.data) : this.refuse(name, 'notADay', { text: shown(text) })
  }

  /** A day of another century is a slip of the keyboard. */
  private likely(name: ColumnName, day: Day): Day | null {
    return day < '1945-09-02' || day > '2100-12-31' ? this.refuse(name, 'unlikelyDay', { text: formatDay(day) }) : day
  }

  private due(): Day | null {
    const value = this.named.cells.dueOn
    const isOpenEnded = value?.kind === 'text' && foldVietnamese(value.text) === foldVietnamese(OPEN_ENDED_WORDS)
    return isOpenEnded ? null : this.day('dueOn')
  }

  /** One of those known under the name; those who are known but may not be chosen any more have a reason of their own. */
  private one(name: ColumnName, known: Named[], codes: { ended: string; none: string }): string | null {
    const text = this.text(name)
    return text === null ? null : this.known(name, text, known, codes)
  }

  private known(name: ColumnName, text: string, known: Named[], codes: { ended: string; none: string }): string | null {
    const folded = foldVietnamese(text)
    const meant = known.filter(({ names }) => names.includes(folded))
    const open = new Set(meant.filter(({ isOpen }) => isOpen).map(({ id }) => id))
    const [only] = open
    if (only && open.size === 1) return only
    const code = open.size > 1 ? 'ambiguous' : meant.length > 0 ? codes.ended : codes.none
    return this.refuse(name, code, { text: shown(text) })
  }

  private supporters(leadUnitId: string | null): string[] {
    const text = this.text('supportingUnits')
    if (text === null) return []
    const codes = { ended: 'unitHasEnded', none: 'unknownUnit' }
    const written = text.split(/[;,\n]/).map((part) => part.trim())
    const ids = written
      .filter((part) => part !== '')
      .flatMap((part) => this.known('supportingUnits', part, this.given.office.units, codes) ?? [])
    if (new Set([leadUnitId, ...ids]).size <= ids.length) this.fault('supportingUnits', 'unitTwice')
    return ids
  }

  /** By the word of either language, or by the code. */
  private choice<Choice extends SourceKind | Urgency>(
    name: 'sourceKind' | 'urgency',
    choices: readonly Choice[],
    code: string,
  ): Choice | null {
    const text = this.text(name)
    if (text === null) return null
    const folded = foldVietnamese(text)
    const words = [vi, en].map(({ directives }) => directives[name] as Record<string, string>)
    const found = choices.find((choice) =>
      [choice, ...words.map((catalogue) => catalogue[choice] ?? '')].some((word) => foldVietnamese(word) === folded),
    )
    return found ?? this.refuse(name, code, { text: shown(text) })
  }
}

function shown(text: string): string {
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT - 1)}…` : text
}

/** What tells sources apart: number and day; of one not signed, organ and subject. */
export function sourceKeyOf({ symbol, signedOn, issuingOrgan, subject }: GoodRow['source']): string {
  if (symbol && signedOn) return `${foldVietnamese(symbol)} ${signedOn}`
  return `unsigned ${foldVietnamese(issuingOrgan)} ${foldVietnamese(subject)}`
}

/** What tells tasks apart. */
export function taskKeyOf({ source, content, leadUnitId }: Pick<GoodRow, 'source' | 'content' | 'leadUnitId'>): string {
  return [sourceKeyOf(source), foldVietnamese(content), leadUnitId].join('\n')
}

/** Rows that contradict, or repeat, one further up. */
function clashesIn(rows: GoodRow[], places: Map<ColumnName, number>): Fault[] {
  const tasks = new Map<string, number>()
  const sources = new Map<string, GoodRow>()
  const clashes: Fault[] = []
  for (const row of rows) {
    const clash = (column: ColumnName, code: string, first: number) =>
      clashes.push({ row: row.row, column: places.get(column) ?? null, code, values: { row: first } })
    const twin = tasks.get(taskKeyOf(row))
    if (twin !== undefined) clash('content', 'rowTwice', twin)
    else tasks.set(taskKeyOf(row), row.row)
    const first = sources.get(sourceKeyOf(row.source))
    if (!first) sources.set(sourceKeyOf(row.source), row)
    else {
      const other = OF_THE_SOURCE.find((name) => row.source[name] !== first.source[name])
      if (other) clash(other, 'otherSource', first.row)
    }
  }
  return clashes
}

const OF_THE_SOURCE = ['sourceKind', 'signer', 'issuingOrgan', 'subject'] as const satisfies (keyof Source)[]
