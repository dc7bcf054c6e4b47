import { v7 as newId } from 'uuid'
import { handOn } from '#app/directives/hand-on.server.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { acceptResult, issueTask, receiveAssignment, revokeTask, sendBack } from '#app/directives/simple-acts.server.ts'
import { enterDirective } from '#app/directives/enter-directive.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { DemoOffice } from '#test/factories/demo-office.ts'
import type { Dice } from '#test/property/dice.ts'

/** One request as a browser would send it, and would send it again when no answer came. */
export interface Request {
  requestKey: string
  /** The account that sends it. */
  by: string
  act: string
  /** Null for a directive that is entered. */
  subjectId: string | null
  /** The unit, by the end of its accounts, whose task it is about. */
  unit: string
}

/** What comes next on a task of this unit, in its way from the draft to its end; a new one where none is under way. */
export async function nextRequest(unit: string, unitId: string, dice: Dice): Promise<Request> {
  const task = await db.subject.findFirst({
    where: { task: { leadUnitId: unitId }, settledAt: null },
    include: { members: { include: { assignment: true } } },
  })
  const request = (act: string, by: string, subjectId: string | null): Request => ({
    requestKey: newId(),
    by,
    act,
    subjectId,
    unit,
  })
  if (!task) return request('enter', 'tonghop1', null)
  const head = dice.oneOf([`truong.${unit}`, `pho.${unit}`])
  const officer = `chuyenvien1.${unit}`
  const assignments = task.members.filter(({ kind }) => kind === 'ASSIGNMENT')
  const lead = assignments.find(({ parentId }) => parentId === task.id)
  const handed = assignments.find(({ parentId }) => parentId === lead?.id)
  if (task.state === 'draft') return request('issue', 'chunhiem', task.id)
  if (task.state === 'awaitingAcceptance')
    return request(dice.oneOf(['accept', 'accept', 'sendBack', 'revoke']), 'tonghop2', task.id)
  if (lead?.state === 'awaitingReceipt') return request('receive', head, lead.id)
  if (lead && !handed) return request(dice.oneOf(['progress', 'delegate']), head, lead.id)
  if (handed?.state === 'awaitingReceipt') return request('receive', officer, handed.id)
  if (handed?.state === 'received') return request(dice.oneOf(['progress', 'report']), officer, handed.id)
  return dice.chance(0.3) ? request('sendBack', head, handed!.id) : request('report', head, lead!.id)
}

/** True when an earlier request with the same key did it already. */
export async function carryOut(
  office: DemoOffice,
  { requestKey, by, act, subjectId, unit }: Request,
): Promise<boolean> {
  if (subjectId === null) {
    await enter(office, unit, requestKey)
    return false
  }
  const asked = { by: office.actor(by), subjectId, requestKey, revision: null, at: new Date() }
  const reason = 'Cần bổ sung số liệu'
  const text = 'Đã tổng hợp số liệu'
  switch (act) {
    case 'issue':
      return (await issueTask(asked)).repeated
    case 'receive':
      return (await receiveAssignment(asked)).repeated
    case 'delegate': {
      const holder = `person:${office.actor(`chuyenvien1.${unit}`).personId}`
      return (await handOn({ ...asked, delegates: [{ holder, dueOn: '2030-06-01' }] })).repeated
    }
    case 'progress':
      return (await reportProgress({ ...asked, progress: { text, percent: 40 }, files: [] })).repeated
    case 'report':
      return (await reportResult({ ...asked, result: { text }, files: [] })).repeated
    case 'sendBack':
      return (await sendBack({ ...asked, reason })).repeated
    case 'revoke':
      return (await revokeTask({ ...asked, reason })).repeated
    case 'accept':
      return (await acceptResult(asked)).repeated
    default:
      throw new Error(`Nobody sends ${act}`)
  }
}

async function enter(office: DemoOffice, unit: string, requestKey: string): Promise<void> {
  await enterDirective({
    directive: {
      sourceKind: 'CONCLUSION_NOTICE',
      issuingOrgan: 'Ủy ban Dân tộc',
      subject: 'Kết luận cuộc họp',
      directingLeaderId: office.actor('chunhiem').personId,
      followerId: office.actor('tonghop1').personId,
      restricted: false,
      namedPersonIds: [],
      tasks: [
        {
          content: 'Xây dựng báo cáo tổng hợp',
          leadUnitId: unitIdOf(office, unit),
          urgency: 'NORMAL',
          dueOn: '2030-06-30',
          openEnded: false,
        },
      ],
    },
    files: [],
    by: office.actor('tonghop1'),
    requestKey,
    at: new Date(),
  })
}

export function unitIdOf(office: DemoOffice, unit: string): string {
  const unitId = office.actor(`truong.${unit}`).posts.find(({ role }) => role === 'UNIT_HEAD')?.unitId
  if (!unitId) throw new Error(`Nobody heads ${unit}`)
  return unitId
}
