import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { MAIL_SAYS_SUBJECT } from './office-mail.server.ts'
import { usualWay } from './notice-kinds.ts'
import { nameOf, type OfficeAnswer, type OfficeWay, officeWayOf, officeWays } from './ways.ts'

export interface OfficeNotices {
  ways: OfficeWay[]
  mailSaysSubject: boolean
}

export async function readOfficeNotices(organId: string): Promise<OfficeNotices> {
  const [rules, setting] = await Promise.all([
    db.noticeRule.findMany({ where: { organId } }),
    db.setting.findUnique({ where: { key: MAIL_SAYS_SUBJECT + organId } }),
  ])
  return { ways: officeWays(rules), mailSaysSubject: setting?.value === true }
}

interface SetOfficeNotices extends AdministratorAct {
  /** By name of kind and channel; what is not named is as usual. */
  answers: Record<string, OfficeAnswer>
  mailSaysSubject: boolean
}

/** How the organ tells its people, and what they may choose. Only what is not as usual is kept. */
export async function setOfficeNotices({ answers, mailSaysSubject, ...act }: SetOfficeNotices): Promise<void> {
  requireAdministrator(act.by, { act: 'changeNotices' })
  const { organId } = act.by
  const rules = officeWays([]).flatMap(({ kind, channel }) => {
    const answer = answers[nameOf({ kind, channel })]
    const set = answer && officeWayOf(answer)
    return set && (set.fixed || set.way !== usualWay(kind, channel)) ? { organId, kind, channel, ...set } : []
  })
  await transaction('setOfficeNotices', async (tx) => {
    await tx.noticeRule.deleteMany({ where: { organId } })
    await tx.noticeRule.createMany({ data: rules })
    const key = MAIL_SAYS_SUBJECT + organId
    await tx.setting.upsert({
      where: { key },
      create: { key, value: mailSaysSubject },
      update: { value: mailSaysSubject },
    })
    const unusual = rules.map(
      ({ kind, channel, way, fixed }) => `${nameOf({ kind, channel })} ${way}${fixed ? '!' : ''}`,
    )
    await recordAudit(tx, { ...auditOf(act), kind: 'noticeRulesChanged', details: { mailSaysSubject, unusual } })
  })
}
