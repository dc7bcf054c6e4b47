import { describe, expect, test } from 'vitest'
import { daysAfter } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { policySchema, type ReminderRule, ruleFor, ruleSchema, type Stage, stageKey, stageOf } from './policy.ts'
import { dueStages, furthestStages, stageDay } from './stages.ts'

// November 2026: the 24th, a Tuesday, is a holiday; Saturday the 28th is worked instead of Monday the 30th.
const calendar: WorkingCalendar = {
  daysOff: new Map(['2026-11-24', '2026-11-30'].map((day) => [day, { day, source: 'Thông báo' }])),
  makeUpDays: new Map([['2026-11-28', { day: '2026-11-28', source: 'Thông báo' }]]),
}
const before3: Stage = { kind: 'BEFORE', workingDays: 3 }
const before1: Stage = { kind: 'BEFORE', workingDays: 1 }
const onDay: Stage = { kind: 'ON_DAY' }
const overdue = (workingDays: number, tells: 'HOLDER' | 'HEAD' | 'LEADER' | 'SECRETARIAT'): Stage => ({
  kind: 'OVERDUE',
  workingDays,
  tells,
})
const rule: ReminderRule = {
  work: ['PROCESS'],
  urgencies: ['NORMAL'],
  stages: [before3, before1, onDay, overdue(1, 'HOLDER'), overdue(2, 'HEAD'), overdue(4, 'LEADER')],
}
const item = { dueOn: '2026-11-26', openedOn: '2026-11-02' }
const nothing: ReadonlySet<string> = new Set()

describe('the day of a stage', () => {
  test.each([
    [before1, '2026-11-26', '2026-11-25'],
    [before3, '2026-11-26', '2026-11-20'],
    [onDay, '2026-11-26', '2026-11-26'],
    [onDay, '2026-11-29', '2026-11-28'],
    [onDay, '2026-11-22', '2026-11-20'],
    [overdue(1, 'HOLDER'), '2026-11-26', '2026-11-27'],
    [overdue(2, 'HEAD'), '2026-11-26', '2026-11-28'],
    [overdue(3, 'HEAD'), '2026-11-26', '2026-12-01'],
  ])('%j of what is due on %s is %s', (stage, dueOn, on) => {
    expect(stageDay(stage, { dueOn, openedOn: '2026-11-02' }, calendar)).toBe(on)
  })

  test('of what came back when it was overdue counts from then', () => {
    const cameBack = { dueOn: '2026-11-12', openedOn: '2026-11-19' }
    expect(stageDay(overdue(1, 'HOLDER'), cameBack, calendar)).toBe('2026-11-20')
  })
})

describe('what is told today', () => {
  const asked = (today: string, told = nothing, of = item) => {
    const { tell, passedOver } = dueStages(rule, of, { told, today, calendar })
    return { tell: tell.map(stageKey), passedOver: passedOver.map(stageKey) }
  }

  test('is nothing before the first stage', () => {
    expect(asked('2026-11-19')).toEqual({ tell: [], passedOver: [] })
  })

  test('is each stage once', () => {
    expect(asked('2026-11-20')).toEqual({ tell: ['before:3'], passedOver: [] })
    expect(asked('2026-11-20', new Set(['before:3']))).toEqual({ tell: [], passedOver: [] })
  })

  test('is the furthest stage only, however long nobody looked', () => {
    expect(asked('2026-12-30')).toEqual({
      tell: ['overdue:4:LEADER'],
      passedOver: ['before:3', 'before:1', 'onDay', 'overdue:1:HOLDER', 'overdue:2:HEAD'],
    })
  })

  test('is every level whose day it is, and the holder once', () => {
    const stages = [before1, onDay, overdue(2, 'HOLDER'), overdue(2, 'HEAD'), overdue(2, 'LEADER')]
    const onOneDay = (today: string, dueOn: string) =>
      dueStages({ ...rule, stages }, { ...item, dueOn }, { told: nothing, today, calendar }).tell.map(stageKey)
    expect(onOneDay('2026-11-28', '2026-11-26')).toEqual(['overdue:2:HOLDER', 'overdue:2:HEAD', 'overdue:2:LEADER'])
    // Due on a Sunday: the last working day is the one before it and the day itself.
    expect(onOneDay('2026-11-20', '2026-11-22')).toEqual(['onDay'])
  })

  test('is nothing an earlier policy has told, however near or high it stood', () => {
    const sooner = new Set(['before:3', 'before:1', 'onDay', 'overdue:1:HOLDER', 'overdue:3:HEAD'])
    expect(asked('2026-11-28', sooner)).toEqual({ tell: [], passedOver: ['overdue:2:HEAD'] })
    expect(asked('2026-12-02', sooner).tell).toEqual(['overdue:4:LEADER'])
    expect(asked('2026-11-24', new Set(['before:2'])).tell).toEqual([])
    expect(asked('2026-11-25', new Set(['before:2'])).tell).toEqual(['before:1'])
  })

  test('is not what came before the item was anybody’s', () => {
    expect(asked('2026-11-25', nothing, { ...item, openedOn: '2026-11-25' })).toEqual({
      tell: [],
      passedOver: ['before:3', 'before:1'],
    })
  })
})

describe('a policy', () => {
  test('has its first rule that names the work and the urgency', () => {
    const urgent = { ...rule, urgencies: ['FLASH' as const] }
    const policy = policySchema.parse({ rules: [urgent, rule] })
    expect(ruleFor(policy, { work: 'PROCESS', urgency: 'NORMAL' })).toEqual(rule)
    expect(ruleFor(policy, { work: 'PROCESS', urgency: 'URGENT' })).toBeNull()
  })

  test('goes up the line and not down', () => {
    const down = [overdue(2, 'LEADER'), overdue(3, 'HEAD')]
    expect(ruleSchema.safeParse({ ...rule, stages: down }).success).toBe(false)
    expect(ruleSchema.safeParse({ ...rule, stages: [overdue(2, 'LEADER'), overdue(2, 'HEAD')] }).success).toBe(true)
  })

  test('reads its stages again from their keys', () => {
    for (const stage of rule.stages) expect(stageOf(stageKey(stage))).toEqual(stage)
  })

  test('says no stage twice', () => {
    expect(ruleSchema.safeParse({ ...rule, stages: [onDay, onDay] }).success).toBe(false)
  })
})

describe('the furthest stage by due day', () => {
  const today = '2026-11-20'
  const furthest = furthestStages(rule, today, calendar)

  test('is one for each due day, and the one that came last', () => {
    for (let dueOn = '2026-10-20'; dueOn < '2026-12-20'; dueOn = daysAfter(dueOn, 1)) {
      const { tell } = dueStages(rule, { dueOn, openedOn: '2026-10-01' }, { told: nothing, today, calendar })
      const covering = furthest.filter(({ dueAfter, dueUntil }) => dueOn > (dueAfter ?? '') && dueOn <= dueUntil)
      expect(
        covering.map(({ stage }) => stageKey(stage)),
        dueOn,
      ).toEqual(tell.map(stageKey))
    }
  })

  test('of two that come at once is the higher', () => {
    const both = { ...rule, stages: [overdue(3, 'LEADER'), overdue(3, 'HEAD')] }
    expect(furthestStages(both, today, calendar).map(({ stage }) => stageKey(stage))).toEqual(['overdue:3:LEADER'])
  })
})
