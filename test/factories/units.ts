import { v7 as newId } from 'uuid'
import { db } from '#app/platform/db.server.ts'
import type { DemoOffice } from './demo-office.ts'
import { newPerson, newPost } from './people.ts'

/** A unit of its own, without anybody. */
export async function newUnit(): Promise<string> {
  const unit = await db.unit.findFirstOrThrow({ where: { abbreviation: 'TTTT' } })
  const abbreviation = `ĐV${newId().slice(-6)}`
  const { id } = await db.unit.create({
    data: { ...unit, id: newId(), outsideId: null, name: `Đơn vị ${abbreviation}`, abbreviation },
  })
  return id
}

/** With a head and an officer, so that one test does not end another's. */
export async function unitWithPeople(
  office: DemoOffice,
): Promise<{ unitId: string; headId: string; officerId: string }> {
  const unitId = await newUnit()
  const [headId, officerId] = await Promise.all([newPerson(), newPerson()])
  await newPost(office, headId, { role: 'UNIT_HEAD', unitId })
  await newPost(office, officerId, { role: 'OFFICER', unitId })
  return { unitId, headId, officerId }
}
