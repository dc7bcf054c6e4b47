import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { refuse, requireAdministrator, type AdministratorAct } from '#app/organisation/administrator-act.ts'
import { refusalOfAccountAct } from '#app/organisation/policy.ts'
import { personSearchText } from '#app/organisation/search-texts.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { newLogin } from './new-login.ts'
import { hashOneTimeCode, makeOneTimeCode } from './one-time-code.server.ts'
import { codeLapsesAt } from './one-time-code.ts'
import { unknownPasswordHash } from './passwords.server.ts'

/** To be shown once, to the administrator: only its digest is kept. */
export interface GivenCode {
  code: string
  lapsesAt: Date
}

/** Makes the account of a person who has none. They come in by the code and choose a password. */
export async function createAccount(
  act: AdministratorAct & { personId: string; username: string },
): Promise<GivenCode> {
  const { by, at, personId, username } = act
  const passwordHash = await unknownPasswordHash()
  return transaction('createAccount', async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, include: { login: { select: { id: true } } } })
    if (!person) throw new NotFound()
    requireAdministrator(by, { act: 'manageAccounts', organId: person.organId })
    if (person.login) throw new Refused('signIn:errors.hasAccount')
    if (await tx.login.findUnique({ where: { username } }))
      throw new Refused('signIn:errors.usernameTaken', { username })

    const { login, method } = newLogin({
      username,
      fullName: person.fullName,
      personId,
      passwordHash,
      mustSetPassword: true,
    })
    await tx.login.create({ data: login })
    await tx.loginMethod.create({ data: method })
    await tx.person.update({ where: { id: personId }, data: { searchText: personSearchText({ ...person, username }) } })
    await recordAudit(tx, { ...auditOf(act), kind: 'accountCreated', subjectId: personId, details: { username } })
    return giveCode(tx, login.id, at)
  })
}

/** A new way in for who forgot the password: the old one is void at once, and so are all sessions and earlier codes. */
export async function resetPassword(act: AdministratorAct & { personId: string }): Promise<GivenCode> {
  const password = await unknownPasswordHash()
  return transaction('resetPassword', async (tx) => {
    const { loginId, username } = await accountToManage(tx, act)
    await tx.loginMethod.updateMany({ where: { loginId, providerId: 'credential' }, data: { password } })
    await tx.login.update({ where: { id: loginId }, data: { mustSetPassword: true } })
    await tx.loginSession.deleteMany({ where: { loginId } })
    await tx.signInTries.deleteMany({ where: { username } })
    await recordAudit(tx, { ...auditOf(act), kind: 'codeGiven', subjectId: act.personId, details: { username } })
    return giveCode(tx, loginId, act.at)
  })
}

/** The account of a person of the administrator's own organ, which is not the administrator's own. */
export async function accountToManage(
  tx: Transaction,
  { by, personId }: AdministratorAct & { personId: string },
): Promise<{ loginId: string; username: string }> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { organId: true, login: { select: { id: true, username: true } } },
  })
  if (!person) throw new NotFound()
  requireAdministrator(by, { act: 'manageAccounts', organId: person.organId })
  refuse(refusalOfAccountAct(by, personId))
  if (!person.login) throw new Refused('signIn:errors.noAccount')
  return { loginId: person.login.id, username: person.login.username ?? '' }
}

async function giveCode(tx: Transaction, loginId: string, at: Date): Promise<GivenCode> {
  const code = makeOneTimeCode()
  const lapsesAt = codeLapsesAt(at)
  await tx.oneTimeCode.deleteMany({ where: { loginId, usedAt: null } })
  await tx.oneTimeCode.create({
    data: { loginId, codeHash: hashOneTimeCode(code), createdAt: at, expiresAt: lapsesAt },
  })
  return { code, lapsesAt }
}
