import { v7 as newId } from 'uuid'
import { addSupporters } from '#app/directives/change-people.server.ts'
import { enterDirective } from '#app/directives/enter-directive.server.ts'
import type { DirectiveInput, TaskInput } from '#app/directives/forms.ts'
import { handOn } from '#app/directives/hand-on.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { DemoOffice } from './demo-office.ts'

/** What a use case is asked with, by somebody, about a subject, now and for the first time. */
export function asked(by: Actor, subjectId: string, revision: number | null = null) {
  return { by, subjectId, revision, requestKey: newId(), at: new Date() }
}

/** A directive of the chairman with one task for the information centre, entered by the secretariat. */
export async function enteredDirective(
  office: DemoOffice,
  { tasks = [{}], ...changes }: Partial<Omit<DirectiveInput, 'tasks'>> & { tasks?: Partial<TaskInput>[] } = {},
): Promise<{ directiveId: string; taskIds: string[] }> {
  const { directiveId } = await enterDirective({
    directive: {
      sourceKind: 'CONCLUSION_NOTICE',
      symbol: '15/TB-UBDT',
      signedOn: '2021-09-10',
      issuingOrgan: 'Ủy ban Dân tộc',
      signer: 'Bộ trưởng, Chủ nhiệm',
      subject: 'Kết luận cuộc họp về ứng dụng công nghệ thông tin',
      directingLeaderId: office.actor('chunhiem').personId,
      followerId: office.actor('tonghop1').personId,
      restricted: false,
      namedPersonIds: [],
      ...changes,
      tasks: tasks.map((task) => ({
        content: 'Xây dựng báo cáo tổng hợp về hiện trạng ứng dụng công nghệ thông tin',
        leadUnitId: office.unitId('TTTT'),
        urgency: 'NORMAL',
        dueOn: '2030-06-30',
        openEnded: false,
        ...task,
      })),
    },
    files: [],
    by: office.actor('tonghop1'),
    requestKey: newId(),
    at: new Date(),
  })
  const rows = await db.task.findMany({ where: { directiveId }, orderBy: { position: 'asc' } })
  return { directiveId, taskIds: rows.map(({ id }) => id) }
}

export async function issuedTask(office: DemoOffice): Promise<{ taskId: string; leadId: string }> {
  const { taskIds } = await enteredDirective(office)
  const taskId = taskIds[0]!
  await issueTask(asked(office.actor('chunhiem'), taskId))
  return { taskId, leadId: await onlyChildOf(taskId) }
}

/** One task led by this unit. */
export async function issuedTo(
  office: DemoOffice,
  leadUnitId: string,
  changes: Partial<Omit<DirectiveInput, 'tasks'>> = {},
): Promise<string> {
  const { taskIds } = await enteredDirective(office, { ...changes, tasks: [{ leadUnitId }] })
  await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
  return taskIds[0]!
}

export async function leadUnitOf(taskId: string): Promise<string> {
  return (await db.task.findUniqueOrThrow({ where: { id: taskId } })).leadUnitId
}

/** The head of the leading unit receives it and hands it to an officer. */
export async function handOnTo(taskId: string, head: Actor, officerId: string): Promise<void> {
  const leadId = await onlyChildOf(taskId)
  await receiveAssignment(asked(head, leadId))
  await handOn({ ...asked(head, leadId), delegates: [{ holder: `person:${officerId}`, dueOn: '2030-05-01' }] })
}

export async function receivedTask(office: DemoOffice): Promise<{ taskId: string; leadId: string }> {
  const issued = await issuedTask(office)
  await receiveAssignment(asked(office.actor('truong.tttt'), issued.leadId))
  return issued
}

/** Received by the lead, with the planning department to support it, which has received its part. */
export async function supportedTask(
  office: DemoOffice,
): Promise<{ taskId: string; leadId: string; supportId: string }> {
  const received = await receivedTask(office)
  const supporters = [{ unitId: office.unitId('KHTC'), dueOn: '2030-05-31' }]
  await addSupporters({ ...asked(office.actor('tonghop1'), received.taskId), supporters })
  const { id: supportId } = await db.assignment.findFirstOrThrow({
    where: { subject: { parentId: received.taskId }, role: 'SUPPORT' },
  })
  await receiveAssignment(asked(office.actor('truong.khtc'), supportId))
  return { ...received, supportId }
}

/** Handed to an officer who has received it. */
export async function handedTask(office: DemoOffice): Promise<{ taskId: string; leadId: string; handedId: string }> {
  const received = await receivedTask(office)
  const officer = office.actor('chuyenvien1.tttt')
  const delegates = [{ holder: `person:${officer.personId}`, dueOn: '2030-06-01', instruction: 'Tổng hợp số liệu' }]
  await handOn({ ...asked(office.actor('truong.tttt'), received.leadId), delegates })
  const handedId = await onlyChildOf(received.leadId)
  await receiveAssignment(asked(officer, handedId))
  return { ...received, handedId }
}

/** Reported by the officer and passed up by the head. */
export async function passedUpTask(office: DemoOffice): Promise<{ taskId: string; leadId: string; handedId: string }> {
  const handed = await handedTask(office)
  const result = { text: 'Đã hoàn thành báo cáo' }
  await reportResult({ ...asked(office.actor('chuyenvien1.tttt'), handed.handedId), result, files: [] })
  await reportResult({ ...asked(office.actor('truong.tttt'), handed.leadId), result, files: [] })
  return handed
}

export async function stateOf(subjectId: string): Promise<string> {
  const { state } = await db.subject.findUniqueOrThrow({ where: { id: subjectId } })
  return state
}

async function onlyChildOf(parentId: string): Promise<string> {
  const { id } = await db.subject.findFirstOrThrow({ where: { parentId } })
  return id
}
