import { assignmentActPath, extensionRequestActPath, taskActPath } from '#app/directives/paths.ts'
import { db } from '#app/platform/db.server.ts'
import type { DemoOffice } from '#test/factories/demo-office.ts'
import type { Dice } from '#test/property/dice.ts'

/** What somebody does next: the page whose form they send, and what they type into it. */
export interface NextRequest {
  /** The account that sends it. */
  by: string
  path: string
  typed: Record<string, string>
}

const TYPED: Record<string, Record<string, string>> = {
  progress: { text: 'Đã tổng hợp số liệu', percent: '40' },
  // Supporting units are not waited for long.
  report: { text: 'Đã tổng hợp số liệu', withoutSupportersReason: 'Đơn vị phối hợp không có số liệu' },
  sendBack: { reason: 'Cần bổ sung số liệu' },
  revoke: { reason: 'Không còn cần thiết' },
  urge: { words: 'Đề nghị đơn vị khẩn trương thực hiện' },
  suspend: { reason: 'Chờ ý kiến của cấp trên' },
  giveBack: { reason: 'Không thuộc chức năng của đơn vị' },
  insist: { reason: 'Đúng chức năng của đơn vị' },
  requestExtension: { dueOn: '2030-08-31', reason: 'Địa phương gửi số liệu chậm' },
  grant: { dueOn: '2030-08-31' },
  refuse: { reason: 'Cần hoàn thành đúng hạn' },
}

/** A unit that supports the tasks of the others. */
const SUPPORTING = 'vp'

/**
 * What comes next on a task of this unit, named by the end of its accounts, in its way from the draft to its end; a new one
 * where none is under way.
 */
export async function nextRequest(office: DemoOffice, unit: string, dice: Dice): Promise<NextRequest> {
  const task = await db.subject.findFirst({
    where: { task: { leadUnitId: unitIdOf(office, unit) }, settledAt: null },
    include: { members: { include: { assignment: true } } },
  })
  if (!task) return enter(office, unit)
  const officer = `chuyenvien1.${unit}`
  const onTask = (act: string, by: string): NextRequest => ({
    by,
    path: taskActPath(task.id, act),
    typed: TYPED[act] ?? {},
  })
  const on = (assignmentId: string, act: string, by: string): NextRequest => ({
    by,
    path: assignmentActPath(task.id, assignmentId, act),
    typed: act === 'delegate' ? handedTo(office, officer) : (TYPED[act] ?? {}),
  })
  const head = dice.oneOf([`truong.${unit}`, `pho.${unit}`])
  const asked = task.members.find(({ kind, state }) => kind === 'EXTENSION_REQUEST' && state === 'requested')
  const assignments = task.members.filter(({ kind }) => kind === 'ASSIGNMENT')
  const lead = assignments.find(({ parentId, assignment }) => parentId === task.id && assignment?.role === 'LEAD')
  const support = assignments.find(({ assignment }) => assignment?.role === 'SUPPORT')
  const handed = assignments.find(({ parentId }) => parentId === lead?.id)
  if (task.state === 'draft') return onTask('issue', 'chunhiem')
  if (task.state === 'awaitingAcceptance')
    return onTask(dice.oneOf(['accept', 'accept', 'sendBack', 'revoke']), 'tonghop2')
  if (task.state === 'suspended') return onTask('resume', 'tonghop2')
  if (task.state === 'returned') return onTask('insist', 'tonghop2')
  if (asked) {
    const answer = dice.oneOf(['grant', 'refuse'])
    return { by: 'tonghop2', path: extensionRequestActPath(task.id, asked.id, answer), typed: TYPED[answer]! }
  }
  if (support?.state === 'awaitingReceipt' && dice.chance(0.5)) return on(support.id, 'receive', `truong.${SUPPORTING}`)
  if (support?.state === 'received' && dice.chance(0.3)) return on(support.id, 'report', `truong.${SUPPORTING}`)
  if (support?.state === 'reported') return on(support.id, dice.oneOf(['acceptContribution', 'sendBack']), 'tonghop2')
  if (dice.chance(0.1)) return onTask(dice.oneOf(['urge', 'suspend']), 'tonghop2')
  if (!support && dice.chance(0.3)) return { ...onTask('addSupporters', 'tonghop2'), typed: supportedBy(office) }
  if (lead && ['received', 'delegated'].includes(lead.state) && dice.chance(0.15)) {
    return on(lead.id, isPutOff(task) ? 'giveBack' : dice.oneOf(['giveBack', 'requestExtension']), head)
  }
  if (lead?.state === 'awaitingReceipt') return on(lead.id, 'receive', head)
  if (lead && !handed) return on(lead.id, dice.oneOf(['progress', 'delegate']), head)
  if (handed?.state === 'awaitingReceipt') return on(handed.id, 'receive', officer)
  if (handed?.state === 'received') return on(handed.id, dice.oneOf(['progress', 'report']), officer)
  return dice.chance(0.3) ? on(handed!.id, 'sendBack', head) : on(lead!.id, 'report', head)
}

function enter(office: DemoOffice, unit: string): NextRequest {
  return {
    by: 'tonghop1',
    path: '/directives/new',
    typed: {
      sourceKind: 'CONCLUSION_NOTICE',
      subject: 'Kết luận cuộc họp',
      directingLeaderId: office.actor('chunhiem').personId,
      followerId: office.actor('tonghop1').personId,
      'tasks[0].content': 'Xây dựng báo cáo tổng hợp',
      'tasks[0].leadUnitId': unitIdOf(office, unit),
      'tasks[0].urgency': 'NORMAL',
      'tasks[0].dueOn': '2030-06-30',
    },
  }
}

/** More time is asked for once; the next request would have to name a later day. */
function isPutOff({ members }: { members: { kind: string; state: string }[] }): boolean {
  return members.some(({ kind, state }) => kind === 'EXTENSION_REQUEST' && state === 'granted')
}

function supportedBy(office: DemoOffice): Record<string, string> {
  return { 'supporters[0].unitId': unitIdOf(office, SUPPORTING), 'supporters[0].dueOn': '2030-05-31' }
}

function handedTo(office: DemoOffice, username: string): Record<string, string> {
  return {
    'delegates[0].holder': `person:${office.actor(username).personId}`,
    'delegates[0].dueOn': '2030-06-01',
  }
}

function unitIdOf(office: DemoOffice, unit: string): string {
  const unitId = office.actor(`truong.${unit}`).posts.find(({ role }) => role === 'UNIT_HEAD')?.unitId
  if (!unitId) throw new Error(`Nobody heads ${unit}`)
  return unitId
}
