import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { seed } from '#prisma/seed.ts'
import { removeEndedSessions } from './remove-ended-sessions.server.ts'

const NOW = new Date('2030-01-10T00:00:00Z')

test('sessions that ended and forms that were kept more than a day ago go; running ones stay', async () => {
  await seed({ demo: true })
  const { id: loginId } = await db.login.findFirstOrThrow()
  const running = await session(loginId, 1)
  const justEnded = await session(loginId, -23)
  await session(loginId, -25)
  await db.keptForm.create({ data: { id: newId(), path: '/old', fields: {}, createdAt: hours(-25) } })
  await db.keptForm.create({ data: { id: newId(), path: '/new', fields: {}, createdAt: hours(-1) } })

  await removeEndedSessions(NOW)

  const sessions = await db.loginSession.findMany({ orderBy: { expiresAt: 'desc' } })
  expect(sessions.map(({ id }) => id)).toEqual([running, justEnded])
  expect((await db.keptForm.findMany()).map(({ path }) => path)).toEqual(['/new'])
})

async function session(loginId: string, endsInHours: number): Promise<string> {
  const id = newId()
  await db.loginSession.create({ data: { id, loginId, token: id, expiresAt: hours(endsInHours) } })
  return id
}

function hours(fromNow: number): Date {
  return new Date(NOW.getTime() + fromNow * 3_600_000)
}
