/** The tasks whose visibility is asked about, made by the use cases that make them in the office. */
import { Readable } from 'node:stream'
import { v7 as newId } from 'uuid'
import { nameSubstitute } from '#app/absences/name-substitute.server.ts'
import { addPost } from '#app/organisation/add-post.server.ts'
import { endPost } from '#app/organisation/end-post.server.ts'
import { requestExtension } from '#app/directives/assignment-acts.server.ts'
import { editTask } from '#app/directives/edit-task.server.ts'
import { enterDirective } from '#app/directives/enter-directive.server.ts'
import type { TaskInput } from '#app/directives/forms.ts'
import { handOn } from '#app/directives/hand-on.server.ts'
import { issueDirective } from '#app/directives/issue-directive.server.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { receiveAssignment } from '#app/directives/simple-acts.server.ts'
import type { ReceivedFile } from '#app/files/receive-form.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { fileStore } from '#app/platform/storage.server.ts'
import type { DemoOffice } from '#test/factories/demo-office.ts'
import { asked } from '#test/factories/directives.ts'
import { FORMER_DEPUTY, FORMER_OFFICER, SUBSTITUTE, type Column } from './cast.ts'

export interface Subject {
  name: string
  column: Column
  taskId: string
  /** The assignment of the lead unit; a draft has none. */
  assignmentId: string | null
  /** A request for more time, where one was made. */
  requestId: string | null
  /** Null where the directive has other tasks too, and so is seen by more people. */
  directiveId: string | null
  versionIds: string[]
  /** What no answer to somebody who may not see it may contain: words of the task, names of files, ids. */
  secrets: string[]
  /** Of the secrets, the words that the task's page and its line in the lists show. */
  content: string
}

/** Two people whose posts end with yesterday: a deputy head of TTTT, and an officer who had no other. */
export async function endSomePosts(office: DemoOffice): Promise<void> {
  const yesterday = officeDay(new Date(Date.now() - 24 * 3600_000))
  const administrator = { by: office.actor('quantri'), address: null, at: new Date() }
  const deputy = {
    role: 'DEPUTY_HEAD',
    title: 'Phó Giám đốc',
    unitId: office.unitId('TTTT'),
    assistsPersonId: null,
  } as const
  const { personId: formerDeputy } = office.actor(FORMER_DEPUTY)
  await addPost({
    ...administrator,
    personId: formerDeputy,
    post: { ...deputy, validFrom: '2021-01-01', validTo: yesterday },
  })
  const { personId, posts } = office.actor(FORMER_OFFICER)
  for (const { id: postId } of posts) await endPost({ ...administrator, personId, postId, lastDay: yesterday })
}

/** The head of TTTT is away today. */
export async function nameSubstituteOfHead(office: DemoOffice): Promise<void> {
  const at = new Date()
  const absent = office.actor('truong.tttt')
  const absence = {
    substituteId: office.actor(SUBSTITUTE).personId,
    postId: null,
    fromDay: officeDay(at),
    toDay: officeDay(new Date(at.getTime() + 24 * 3600_000)),
  }
  await nameSubstitute({ by: absent, address: null, at, personId: absent.personId, absence })
}

/** Issued, received, handed on to an officer who sent a file with their progress; the source has a file too. */
export async function ordinaryTask(office: DemoOffice): Promise<Subject> {
  const { directiveId, taskIds } = await enter(office, 'thuong', { tasks: ['cong khai'] })
  const leadId = await issuedAndReceived(office, directiveId, taskIds[0]!)
  const officer = office.actor('chuyenvien1.tttt')
  const delegates = [{ holder: `person:${officer.personId}`, dueOn: '2030-06-01' }]
  await handOn({ ...asked(office.actor('truong.tttt'), leadId), delegates })
  const { id: handedId } = await db.subject.findFirstOrThrow({ where: { parentId: leadId } })
  await receiveAssignment(asked(officer, handedId))
  await progressWithFile(asked(officer, handedId), 'thuong')
  await requestExtension({ ...asked(officer, handedId), dueOn: '2030-06-15', reason: 'Chờ số liệu của các tỉnh' })
  const request = await db.subject.findFirstOrThrow({ where: { parentId: handedId } })
  return subjectOf({
    name: 'the ordinary task',
    column: 'Issued',
    taskId: taskIds[0]!,
    assignmentId: handedId,
    requestId: request.id,
    directiveId,
  })
}

/** Named to the head of the lead unit, and to somebody who has left since; the head sent a file with the progress. */
export async function restrictedTask(office: DemoOffice): Promise<Subject> {
  const { directiveId, taskIds } = await enter(office, 'hanche', { tasks: ['kin dao'], restricted: true })
  const leadId = await issuedAndReceived(office, directiveId, taskIds[0]!)
  await progressWithFile(asked(office.actor('truong.tttt'), leadId), 'hanche')
  return subjectOf({
    name: 'the restricted task',
    column: 'Restricted, issued',
    taskId: taskIds[0]!,
    assignmentId: leadId,
    requestId: null,
    directiveId,
  })
}

/** From a source that is not signed, so that the directing leader alone may issue it. */
export async function draftTask(office: DemoOffice): Promise<Subject> {
  const { directiveId, taskIds } = await enter(office, 'duthao', { tasks: ['chua giao'], signer: undefined })
  const place = { taskId: taskIds[0]!, assignmentId: null, requestId: null, directiveId }
  return subjectOf({ name: 'the draft', column: 'Draft', ...place })
}

/** Three tasks, the one in the middle restricted, and beside them a directive that never had the one in the middle. */
export async function mixedDirectives(
  office: DemoOffice,
): Promise<{ hidden: Subject; mixed: string[]; twin: string[] }> {
  const mixed = await enter(office, 'chung', { tasks: ['dau tien', 'o giua', 'sau cung'] })
  const twin = await enter(office, 'chung', { tasks: ['dau tien', 'sau cung'] })
  const hiddenId = mixed.taskIds[1]!
  await editTask({
    ...asked(office.actor('tonghop1'), hiddenId),
    task: { ...taskInput(office, 'o giua hanche'), ...peopleOf(office, true) },
  })
  for (const { directiveId } of [mixed, twin]) {
    await issueDirective({ directiveId, by: office.actor('chunhiem'), requestKey: newId(), at: new Date() })
  }
  const lead = await db.subject.findFirstOrThrow({ where: { parentId: hiddenId } })
  await receiveAssignment(asked(office.actor('truong.tttt'), lead.id))
  await progressWithFile(asked(office.actor('truong.tttt'), lead.id), 'ogiua')
  const place = { taskId: hiddenId, assignmentId: lead.id, requestId: null, directiveId: null }
  return {
    hidden: await subjectOf({ name: 'the restricted task among others', column: 'Restricted, issued', ...place }),
    mixed: [mixed.directiveId, mixed.taskIds[0]!, mixed.taskIds[2]!],
    twin: [twin.directiveId, ...twin.taskIds],
  }
}

async function enter(
  office: DemoOffice,
  mark: string,
  { tasks, restricted = false, ...source }: { tasks: string[]; restricted?: boolean; signer?: undefined },
): Promise<{ directiveId: string; taskIds: string[] }> {
  const { directiveId } = await enterDirective({
    directive: {
      sourceKind: 'CONCLUSION_NOTICE',
      symbol: `77/TB-${mark}`,
      signedOn: '2021-09-10',
      issuingOrgan: 'Ủy ban Dân tộc',
      signer: 'Bộ trưởng, Chủ nhiệm',
      subject: `Kết luận ${mark}`,
      ...source,
      ...peopleOf(office, restricted),
      tasks: tasks.map((content) => taskInput(office, content)),
    },
    files: [await received(`nguon-${mark}.txt`)],
    by: office.actor('tonghop1'),
    requestKey: newId(),
    at: new Date(),
  })
  const rows = await db.task.findMany({ where: { directiveId }, orderBy: { position: 'asc' } })
  return { directiveId, taskIds: rows.map(({ id }) => id) }
}

function peopleOf(office: DemoOffice, restricted: boolean) {
  const named = ['truong.tttt', FORMER_OFFICER].map((username) => office.actor(username).personId)
  return {
    directingLeaderId: office.actor('chunhiem').personId,
    followerId: office.actor('tonghop2').personId,
    restricted,
    namedPersonIds: restricted ? named : [],
  }
}

function taskInput(office: DemoOffice, content: string): TaskInput {
  return {
    content: `Nhiệm vụ ${content}`,
    leadUnitId: office.unitId('TTTT'),
    urgency: 'NORMAL',
    dueOn: '2030-06-30',
    openEnded: false,
  }
}

async function issuedAndReceived(office: DemoOffice, directiveId: string, taskId: string): Promise<string> {
  await issueDirective({ directiveId, by: office.actor('chunhiem'), requestKey: newId(), at: new Date() })
  const { id } = await db.subject.findFirstOrThrow({ where: { parentId: taskId } })
  await receiveAssignment(asked(office.actor('truong.tttt'), id))
  return id
}

async function progressWithFile(by: ReturnType<typeof asked>, mark: string): Promise<void> {
  const progress = { text: `Đang thực hiện ${mark}`, percent: 40 }
  await reportProgress({ ...by, progress, files: [await received(`tiendo-${mark}.txt`)] })
}

async function received(name: string): Promise<ReceivedFile> {
  const content = await fileStore.receive(Readable.from([Buffer.from(`Nội dung của ${name}`)]))
  await fileStore.keep(content)
  return { fieldName: 'files', name, mediaType: 'text/plain', ...content }
}

async function subjectOf(place: Omit<Subject, 'versionIds' | 'secrets' | 'content'>): Promise<Subject> {
  const { taskId, directiveId } = place
  const { content, directive } = await db.task.findUniqueOrThrow({
    where: { id: taskId },
    include: { directive: true },
  })
  const files = await db.file.findMany({
    where: { OR: [{ subjectId: taskId }, ...(directiveId ? [{ directiveId }] : [])] },
    include: { versions: true },
  })
  const members = await db.subject.findMany({ where: { rootId: taskId } })
  const versionIds = files.flatMap(({ versions }) => versions.map(({ id }) => id))
  const ofDirective = directiveId ? [directiveId, directive.subject, directive.symbol ?? []].flat() : []
  const secrets = [
    content,
    ...ofDirective,
    ...files.map(({ name }) => name),
    ...versionIds,
    ...members.map(({ id }) => id),
  ]
  return { ...place, content, versionIds, secrets }
}
