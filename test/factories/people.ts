import { v7 as newId } from 'uuid'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import type { Actor, PostRole } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { DemoOffice } from './demo-office.ts'

/** Somebody with an account and no post yet, so that one test does not end another's people. */
export async function newPerson(): Promise<string> {
  const model = await db.person.findFirstOrThrow({ where: { login: { username: 'chuyenvien1.khtc' } } })
  const id = newId()
  await db.person.create({ data: { ...model, id, outsideId: null } })
  const login = await db.login.findFirstOrThrow({ where: { personId: model.id } })
  await db.login.create({ data: { ...login, id: newId(), personId: id, username: id, email: `${id}@example.invalid` } })
  return id
}

export async function newPost(
  { organId }: DemoOffice,
  personId: string,
  { role, unitId = null, validFrom = '2021-01-01' }: { role: PostRole; unitId?: string | null; validFrom?: Day },
): Promise<string> {
  const { id } = await db.post.create({
    data: { personId, organId, unitId, role, title: 'Chức vụ', validFrom: toDayColumn(validFrom) },
  })
  return id
}

/** With the rights of this moment. */
export async function actorOf(personId: string): Promise<Actor> {
  return (await readActor({ personId, at: new Date() }))!
}
