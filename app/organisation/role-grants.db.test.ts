import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PostRole } from '#workflows/actor.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { addPost } from './add-post.server.ts'
import { importPeople } from './people-import/import-people.server.ts'
import { countUnseenGrants, hasSecondAdministrator, listRoleGrants, seeRoleGrant } from './role-grants.server.ts'

const TODAY = '2026-11-23'
const AT = new Date('2026-11-23T01:00:00Z')
const HEADS =
  'Mã người;Họ và tên;Thư điện tử;Điện thoại;Đơn vị;Vai trò;Chức danh;Trợ lý của (mã người);Từ ngày;Đến ngày'
let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})

beforeEach(async () => {
  await db.roleGrant.deleteMany()
})

test('with one administrator there is nobody to tell; a second one is whoever can sign in with the post today', async () => {
  const asked = { ...administrator('quantri'), today: TODAY }
  expect(await hasSecondAdministrator(asked)).toBe(false)
  const second = office.actor('chuyenvien1.th')
  await addPost({ ...act(), personId: second.personId, post: post('ADMIN', { validFrom: '2026-11-24' }) })
  expect(await hasSecondAdministrator(asked)).toBe(false)
  await db.post.updateMany({ where: { personId: second.personId, role: 'ADMIN' }, data: { validFrom: new Date(0) } })
  expect(await hasSecondAdministrator(asked)).toBe(true)
  await db.login.update({ where: { username: 'chuyenvien1.th' }, data: { banned: true } })
  expect(await hasSecondAdministrator(asked)).toBe(false)
  await db.login.update({ where: { username: 'chuyenvien1.th' }, data: { banned: false } })
})

test.each<[PostRole, boolean]>([
  ['LEADER', true],
  ['SECRETARIAT', true],
  ['ASSISTANT', true],
  ['UNIT_HEAD', false],
  ['OFFICER', false],
  ['REGISTRY', false],
])('a post as %s is told: %s', async (role, isTold) => {
  const { personId } = office.actor('chuyenvien2.th')
  await addPost({ ...act(), personId, post: post(role) })
  expect(await countUnseenGrants(administrator('chuyenvien1.th'))).toBe(isTold ? 1 : 0)
  expect(await countUnseenGrants(administrator('quantri'))).toBe(0)
})

describe('a grant', () => {
  test('waits until an administrator who did not give it has seen it, and is written down once', async () => {
    const { personId } = office.actor('chuyenvien3.th')
    await addPost({ ...act(), personId, post: post('SECRETARIAT') })
    const [grant] = await listRoleGrants(administrator('quantri'))
    expect(grant).toMatchObject({ personId, role: 'SECRETARIAT', isOwn: true, seenAt: null })
    const grantId = grant?.id ?? ''

    await expect(seeRoleGrant({ ...act(), grantId })).rejects.toThrow('ownGrant')
    await expect(seeRoleGrant({ ...act('chunhiem'), grantId })).rejects.toThrow('adminOnly')
    const second = { ...act('chuyenvien1.th'), grantId }
    second.by = { ...second.by, posts: [...second.by.posts, { ...office.actor('quantri').posts[0]!, id: 'second' }] }
    await Promise.all([seeRoleGrant(second), seeRoleGrant(second)])
    await seeRoleGrant(second)
    expect(await countUnseenGrants(administrator('chuyenvien1.th'))).toBe(0)
    expect(await db.auditEntry.count({ where: { kind: 'roleGrantSeen' } })).toBe(1)
    const [seen] = await listRoleGrants(administrator('quantri'))
    expect(seen?.seenAt).toEqual(AT)
  })

  test('of another organ is not there', async () => {
    const { personId } = office.actor('chuyenvien3.th')
    await addPost({ ...act(), personId, post: post('SECRETARIAT') })
    const { id: grantId } = await db.roleGrant.findFirstOrThrow()
    const elsewhere = { ...act(), grantId }
    elsewhere.by = { ...elsewhere.by, organId: '00000000-0000-7000-8000-000000000000' }
    await expect(seeRoleGrant(elsewhere)).rejects.toThrow('notFound')
  })

  test('comes of a file too: what it adds, and what it opens otherwise than before', async () => {
    const line = (title: string, leader: string, until = '') =>
      `${HEADS}\ntl-1;Trợ Lý Mới;;;VP;Trợ lý;${title};${leader};01/02/2026;${until}\n`
    const grants = async (text: string) => {
      await db.roleGrant.deleteMany()
      await importPeople({ ...act(), bytes: new TextEncoder().encode(text), takeGoodLines: false })
      return db.roleGrant.count()
    }
    expect(await grants(line('Trợ lý', 'chunhiem'))).toBe(1)
    expect(await grants(line('Trợ lý', 'chunhiem'))).toBe(0)
    expect(await grants(line('Trợ lý Chủ nhiệm', 'chunhiem'))).toBe(0)
    expect(await grants(line('Trợ lý Chủ nhiệm', 'phochunhiem1'))).toBe(1)
    expect(await grants(line('Trợ lý Chủ nhiệm', 'phochunhiem1', '31/12/2026'))).toBe(1)
    expect(await grants(`${HEADS}\nnv-1;Chuyên Viên Mới;;;VP;Chuyên viên;Chuyên viên;;01/02/2026;\n`)).toBe(0)
  })
})

function act(username = 'quantri') {
  return { by: office.actor(username), address: null, at: AT }
}

function administrator(username: string) {
  return { organId: office.organId, personId: office.actor(username).personId }
}

function post(role: PostRole, { validFrom = TODAY } = {}) {
  const inOrgan = role === 'LEADER' || role === 'ADMIN'
  return {
    role,
    title: 'Chức vụ được trao',
    unitId: inOrgan ? null : office.unitId('VP'),
    assistsPersonId: role === 'ASSISTANT' ? office.actor('chunhiem').personId : null,
    validFrom,
    validTo: null,
  }
}
