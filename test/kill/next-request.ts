import { assignmentActPath, extensionRequestActPath, taskActPath } from '#app/directives/paths.ts'
import { db } from '#app/platform/db.server.ts'
import type { DemoOffice } from '#test/factories/demo-office.ts'
import type { Dice } from '#test/property/dice.ts'
import type { Day } from '#workflows/calendar/day.ts'

/** What somebody does next: the page whose form they send, and what they type into it. */
export interface NextRequest {
  /** The account that sends it. */
  by: string
  act: string
  path: string
  typed: Record<string, string>
}

const TYPED: Record<string, Record<string, string>> = {
  progress: { text: 'Đã tổng hợp số liệu', percent: '40' },
  // Supporting units are not waited for long.
  report: {
    text: 'Đã tổng hợp số liệu',
    withoutSupportersReason: 'Đơn vị phối hợp không có số liệu',
    latenessReason: 'Địa phương gửi số liệu chậm',
  },
  sendBack: { reason: 'Cần bổ sung số liệu' },
  revoke: { reason: 'Không còn cần thiết' },
  urge: { words: 'Đề nghị đơn vị khẩn trương thực hiện' },
  suspend: { reason: 'Chờ ý kiến của cấp trên' },
  giveBack: { reason: 'Không thuộc chức năng của đơn vị' },
  insist: { reason: 'Đúng chức năng của đơn vị' },
  requestExtension: { reason: 'Địa phương gửi số liệu chậm' },
  refuse: { reason: 'Cần hoàn thành đúng hạn' },
}

/** Days that are typed on a task. */
interface TypedDays {
  /** For whom work is handed on to, and for supporting units. */
  part: Day
  /** More time: later than the lead's day. */
  extended: Day
}

const FAR_AWAY: TypedDays = { part: '2030-05-31', extended: '2030-08-31' }

/** A unit that supports the tasks of the others. */
const SUPPORTING = 'vp'

/** What comes next on a task of this unit, named by the end of its accounts; a new one where none is under way. */
export async function nextRequest(office: DemoOffice, unit: string, dice: Dice): Promise<NextRequest> {
  const underWay = await db.task.findFirst({
    where: { leadUnitId: unitIdOf(office, unit), subject: { settledAt: null } },
  })
  return underWay ? nextRequestOn(underWay.id, { office, unit, dice, days: FAR_AWAY }) : enter(office, unit)
}

/** What comes next on a task in its way from the draft to its end. */
export async function nextRequestOn(
  taskId: string,
  { office, unit, dice, days }: { office: DemoOffice; unit: string; dice: Dice; days: TypedDays },
): Promise<NextRequest> {
  const task = await db.subject.findUniqueOrThrow({
    where: { id: taskId },
    include: { members: { include: { assignment: true } } },
  })
  const officer = `chuyenvien1.${unit}`
  const typedFor = (act: string): Record<string, string> => {
    if (act === 'delegate') return handedTo(office, officer, days.part)
    if (act === 'addSupporters') return supportedBy(office, days.part)
    return { ...TYPED[act], ...(['requestExtension', 'grant'].includes(act) && { dueOn: days.extended }) }
  }
  const onTask = (act: string, by: string): NextRequest => ({
    by,
    act,
    path: taskActPath(task.id, act),
    typed: typedFor(act),
  })
  const on = (assignmentId: string, act: string, by: string): NextRequest => ({
    by,
    act,
    path: assignmentActPath(task.id, assignmentId, act),
    typed: typedFor(act),
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
    const path = extensionRequestActPath(task.id, asked.id, answer)
    return { by: 'tonghop2', act: answer, path, typed: typedFor(answer) }
  }
  if (support?.state === 'awaitingReceipt' && dice.chance(0.5)) return on(support.id, 'receive', `truong.${SUPPORTING}`)
  if (support?.state === 'received' && dice.chance(0.3)) return on(support.id, 'report', `truong.${SUPPORTING}`)
  if (support?.state === 'reported') return on(support.id, dice.oneOf(['acceptContribution', 'sendBack']), 'tonghop2')
  if (dice.chance(0.1)) return onTask(dice.oneOf(['urge', 'suspend']), 'tonghop2')
  if (!support && dice.chance(0.3)) return onTask('addSupporters', 'tonghop2')
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
    act: 'enter',
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

function supportedBy(office: DemoOffice, dueOn: Day): Record<string, string> {
  return { 'supporters[0].unitId': unitIdOf(office, SUPPORTING), 'supporters[0].dueOn': dueOn }
}

function handedTo(office: DemoOffice, username: string, dueOn: Day): Record<string, string> {
  return {
    'delegates[0].holder': `person:${office.actor(username).personId}`,
    'delegates[0].dueOn': dueOn,
  }
}

/** Of a unit as the accounts of its people end. */
export function unitIdOf(office: DemoOffice, unit: string): string {
  const unitId = office.actor(`truong.${unit}`).posts.find(({ role }) => role === 'UNIT_HEAD')?.unitId
  if (!unitId) throw new Error(`Nobody heads ${unit}`)
  return unitId
}
