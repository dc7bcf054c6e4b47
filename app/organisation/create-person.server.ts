import { v7 as newId } from 'uuid'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import { requireAdministrator, type AdministratorAct } from './administrator-act.ts'
import type { PersonInput } from './forms.ts'
import { givenNameOf } from './names.ts'
import { refuseTakenOutsideId } from './person-to-change.server.ts'
import { personSearchText } from './search-texts.ts'

export function createPerson(act: AdministratorAct & { person: PersonInput }): Promise<{ personId: string }> {
  const { by, person } = act
  requireAdministrator(by, { act: 'changePeople' })
  return transaction('createPerson', async (tx) => {
    await refuseTakenOutsideId(tx, { organId: by.organId, outsideId: person.outsideId, exceptId: null })
    const personId = newId()
    await tx.person.create({
      data: {
        id: personId,
        organId: by.organId,
        ...person,
        givenName: givenNameOf(person.fullName),
        searchText: personSearchText(person),
      },
    })
    const details = { fullName: person.fullName }
    await recordAudit(tx, { ...auditOf(act), kind: 'personCreated', subjectId: personId, details })
    return { personId }
  })
}
