import { describe, expect, test } from 'vitest'
import { digestOf } from './digest.ts'
import { digestLetter } from './digest-letter.ts'
import type { DigestRow } from './digest-rows.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'

const today = '2026-11-23'
const rows: DigestRow[] = [
  row('a', { dueOn: '2026-11-30' }),
  row('b', { dueOn: '2026-11-20', unit: 'Vụ Pháp chế' }),
  row('c', {}),
  row('d', { dueOn: today, unit: 'Vụ Pháp chế' }),
  row('b', { dueOn: '2026-11-18', kind: 'urged', unit: 'Vụ Pháp chế' }),
  row(null, { kind: 'calendarMoved' }),
]

describe('a digest', () => {
  test('says each task once, by how near its day is', () => {
    const sections = digestOf(rows, { today, byUnit: false })
    expect(sections.map(({ heading, tasks }) => [heading, tasks.map(({ taskId }) => taskId)])).toEqual([
      ['overdue', ['b']],
      ['today', ['d']],
      ['later', ['a']],
      ['none', ['c', null]],
    ])
    expect(sections[0]!.tasks[0]).toMatchObject({
      dueOn: '2026-11-18',
      told: [{ kind: 'assigned' }, { kind: 'urged' }],
    })
  })

  test('of a leader is by unit, the one that is most behind first', () => {
    expect(digestOf(rows, { today, byUnit: true }).map(({ heading, tasks }) => [heading, tasks.length])).toEqual([
      [{ unit: 'Vụ Pháp chế', overdue: 1 }, 2],
      [{ unit: 'Văn phòng', overdue: 0 }, 2],
      [{ unit: null, overdue: 0 }, 1],
    ])
  })
})

describe('its letter', () => {
  const letter = (many: DigestRow[]) =>
    digestLetter(digestOf(many, { today, byUnit: false }), {
      today,
      t: translateFor('vi'),
      address: 'https://a.example',
    })

  test('has a line and a way there for each task, and no markup of anybody else’s', () => {
    const { subject, text, html } = letter([row('a', { symbol: '1/TB', title: 'Sửa <b> & in', dueOn: '2026-11-20' })])
    expect(subject).toBe('Tổng hợp công việc ngày 23/11/2026 (1 việc)')
    expect(text).toContain('Quá hạn: 1\n\n- 1/TB – Sửa <b> & in\n  Hạn: 20/11/2026\n  Việc mới được giao\n')
    expect(text).toContain('  https://a.example/tasks/a\n')
    expect(html).toContain('<a href="https://a.example/tasks/a">1/TB – Sửa &#60;b&#62; &#38; in</a>')
  })

  test('says how many it leaves out', () => {
    const { text } = letter(Array.from({ length: 130 }, (_, index) => row(`t${index}`, {})))
    expect(text.match(/^- /gm)).toHaveLength(100)
    expect(text).toContain('Và 30 việc khác trong hệ thống.')
  })
})

function row(taskId: string | null, changes: Partial<DigestRow>): DigestRow {
  const unit = taskId === null ? null : 'Văn phòng'
  return {
    taskId,
    kind: 'assigned',
    values: {},
    symbol: null,
    title: null,
    dueOn: null,
    dueHour: null,
    unit,
    ...changes,
  }
}
