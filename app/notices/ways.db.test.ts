import { beforeAll, beforeEach, expect, it } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { chooseWays, readOwnWays } from './choose-ways.server.ts'
import { noticeKinds } from './notice-kinds.ts'
import { readOfficeNotices, setOfficeNotices } from './office-ways.server.ts'
import { tell } from './tell.server.ts'
import { nameOf, type OfficeAnswer } from './ways.ts'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(async () => {
  await db.noticeChoice.deleteMany()
  await db.noticeRule.deleteMany()
})

it('a person chooses by kind and way; only what is not as the office has it is kept', async () => {
  const head = whose('truong.tttt')
  const usual = (await readOwnWays(head)).filter(({ isOn }) => isOn).map(nameOf)
  expect(usual).toContain('MAIL.assigned')
  expect(usual).not.toContain('MAIL.accepted')
  await chooseWays({
    ...head,
    wanted: [...usual.filter((name) => name !== 'APP.urged'), 'MAIL.accepted'],
    digestHour: null,
  })
  expect(await db.noticeChoice.count({ where: { personId: head.personId } })).toBe(2)
  const chosen = (await readOwnWays(head)).filter(({ isOn }) => isOn).map(nameOf)
  expect(chosen).not.toContain('APP.urged')
  expect(chosen).toContain('MAIL.accepted')
  await chooseWays({ ...head, wanted: usual, digestHour: null })
  expect(await db.noticeChoice.count()).toBe(0)
})

it('what the office has fixed cannot be turned off, whatever is sent', async () => {
  await set({ 'APP.overdue': 'alwaysOn', 'MAIL.urged': 'off' })
  const head = whose('truong.tttt')
  await chooseWays({ ...head, wanted: ['MAIL.urged'], digestHour: null })
  expect(await wayOf('APP.overdue')).toEqual({ isOn: true, isFixed: true })
  expect(await wayOf('MAIL.urged')).toEqual({ isOn: true, isFixed: false })
  expect(await wayOf('APP.urged')).toEqual({ isOn: false, isFixed: false })
  const told = (kind: 'overdue' | 'urged') => ({
    personId: head.personId,
    kind,
    rootId: null,
    subjectId: null,
    causeKey: `fixed:${kind}`,
    values: {},
    at: new Date(),
  })
  await transaction('tell', (tx) => tell(tx, [told('overdue'), told('urged')]))
  const notices = await db.notice.findMany({ where: { causeKey: { startsWith: 'fixed:' } }, orderBy: { kind: 'asc' } })
  expect(notices.map(({ kind, inApp }) => [kind, inApp])).toEqual([
    ['overdue', true],
    ['urged', false],
  ])
})

it('the office sets it by an administrator, and it is written down', async () => {
  await expect(set({}, 'truong.tttt')).rejects.toThrow('organisation:errors.adminOnly')
  await set({ 'APP.overdue': 'alwaysOn', 'APP.assigned': 'on' })
  const { ways, mailSaysSubject } = await readOfficeNotices(office.organId)
  expect(mailSaysSubject).toBe(true)
  expect(ways).toHaveLength(2 * noticeKinds.length)
  expect(await db.noticeRule.count()).toBe(1)
  const entry = await db.auditEntry.findFirstOrThrow({ where: { kind: 'noticeRulesChanged' }, orderBy: { at: 'desc' } })
  expect(entry.details).toEqual({ mailSaysSubject: true, unusual: ['APP.overdue AT_ONCE!'] })
})

function set(answers: Record<string, OfficeAnswer>, username = 'quantri'): Promise<void> {
  return setOfficeNotices({ by: office.actor(username), address: null, at: new Date(), answers, mailSaysSubject: true })
}

async function wayOf(name: string) {
  const way = (await readOwnWays(whose('truong.tttt'))).find((each) => nameOf(each) === name)!
  return { isOn: way.isOn, isFixed: way.isFixed }
}

function whose(username: string) {
  const { personId, organId } = office.actor(username)
  return { personId, organId }
}
