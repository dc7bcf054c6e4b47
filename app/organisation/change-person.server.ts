import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import type { PersonInput } from './forms.ts'
import { givenNameOf } from './names.ts'
import { personToChange, refuseTakenOutsideId, type PersonAct } from './person-to-change.server.ts'
import { personSearchText } from './search-texts.ts'

export function changePerson(act: PersonAct & { person: PersonInput }): Promise<void> {
  const { personId, person } = act
  return transaction('changePerson', async (tx) => {
    const before = await personToChange(tx, act, 'changePeople')
    await refuseTakenOutsideId(tx, { organId: before.organId, outsideId: person.outsideId, exceptId: personId })
    const searchText = personSearchText({ ...person, username: before.login?.username })
    await tx.person.update({
      where: { id: personId },
      data: { ...person, givenName: givenNameOf(person.fullName), searchText },
    })
    await tx.login.updateMany({ where: { personId }, data: { fullName: person.fullName } })
    const details = { fullName: person.fullName, before: before.fullName }
    await recordAudit(tx, { ...auditOf(act), kind: 'personChanged', subjectId: personId, details })
  })
}
