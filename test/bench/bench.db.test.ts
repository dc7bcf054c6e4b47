import pg from 'pg'
import { v7 as newId } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { enterDirective } from '#app/directives/enter-directive.server.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { db } from '#app/platform/db.server.ts'
import { act } from '#app/workflow/act.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { addLines, copyLines, noLines } from './copy-rows.ts'
import { type DealtTask, dealTasks, type Ending, endings } from './deal.ts'
import { idAt } from './id-at.ts'
import { makeOffice, type Office, officeRows } from './office.ts'
import { playStory } from './play-story.ts'
import { benchSize } from './size.ts'
import { type Story, type StoryPlace, tellStory } from './story.ts'
import type { Rows } from './tables.ts'

const now = new Date()
const size = benchSize('small')
let office: Office

beforeAll(async () => {
  office = makeOffice(size, daysAgo(1000))
  await copy(officeRows(office, 'no hash: nobody signs in'))
})

it.each(endings)('a task loaded as %s stands as the same acts would have left it', async (ending) => {
  const task = dealtTask(ending)
  const story = tellStory(task, office, now)
  const acted = await actOut(story, task.enteredAt)
  const loaded = await loadPlayed(story, task.enteredAt)
  expect(await everythingUnder(loaded)).toEqual(await everythingUnder(acted))
})

it('what is loaded has a log that verifies', async () => {
  const check = await verifyLog(db)
  expect(check.firstBreak).toBeNull()
  expect(check.roots).toBe(endings.length * 2)
})

it('deals the measured unit and officer exactly their open items', () => {
  const dealt = dealTasks(size, office, now)
  const open = ['assigned', 'received', 'handed', 'underway', 'reported']
  const ofUnit = dealt.filter(({ unit, ending }) => unit === office.measuredUnit && open.includes(ending))
  const items = ofUnit.reduce((sum, { ending }) => sum + (ending === 'reported' ? 2 : 1), 0)
  const ofOfficer = ofUnit.filter(
    ({ officer, ending }) => officer === 0 && (ending === 'handed' || ending === 'underway'),
  )
  expect([dealt.length, items, ofOfficer.length]).toEqual([size.tasks, size.itemsOfUnit, size.itemsOfOfficer])
})

function dealtTask(ending: Ending): DealtTask {
  const enteredAt = daysAgo(20)
  return {
    directive: 0,
    position: 1,
    enteredAt,
    ending,
    unit: 2,
    supporters: [5, 3],
    officer: 0,
    leader: 0,
    follower: 1,
    seed: 7,
  }
}

function daysAgo(days: number): Date {
  return new Date(now.getTime() - days * 24 * 3_600_000)
}

async function actOut(story: Story, at: Date): Promise<string> {
  const { content, leadUnitId, dueOn, supporters, leader, follower } = story
  const { directiveId } = await enterDirective({
    directive: {
      sourceKind: 'CONCLUSION_NOTICE',
      symbol: '1/TB-BĐL',
      signedOn: '2021-09-10',
      issuingOrgan: 'Bộ Đo lường',
      signer: 'Bộ trưởng',
      subject: 'Kết luận cuộc họp',
      directingLeaderId: leader.personId,
      followerId: follower.personId,
      restricted: false,
      namedPersonIds: [],
      tasks: [
        {
          content,
          leadUnitId,
          urgency: 'URGENT',
          dueOn: dueOn ?? undefined,
          openEnded: dueOn === null,
          supporters: supporters.map(({ unitId, dueOn: day }) => ({ unitId, dueOn: day ?? undefined })),
        },
      ],
    },
    files: [],
    by: follower,
    requestKey: newId(),
    at,
  })
  const { id: taskId } = await db.task.findFirstOrThrow({ where: { directiveId } })
  for (const { on, by, at, event } of story.acts) {
    const asked = { subjectId: await subjectUnder(taskId, on), revision: null, requestKey: newId(), by, at }
    const { type, ...values } = event
    if (type === 'progress') await reportProgress({ ...asked, progress: values as never, files: [] })
    else if (type === 'report') await reportResult({ ...asked, result: values as never, files: [] })
    else await act({ ...asked, event })
  }
  return taskId
}

async function subjectUnder(taskId: string, on: StoryPlace): Promise<string> {
  if (on === 'task') return taskId
  const topOf = (where: { role: 'LEAD' } | { unitId: string }) =>
    db.assignment.findFirstOrThrow({ where: { ...where, subject: { parentId: taskId } } })
  if (typeof on === 'object') return (await topOf({ unitId: on.supportUnitId })).id
  const lead = await topOf({ role: 'LEAD' })
  return on === 'lead' ? lead.id : (await db.subject.findFirstOrThrow({ where: { parentId: lead.id } })).id
}

async function loadPlayed(story: Story, at: Date): Promise<string> {
  const directiveId = idAt(at)
  const directive = {
    id: directiveId,
    organ_id: office.organId,
    source_kind: 'CONCLUSION_NOTICE',
    issuing_organ: 'Bộ Đo lường',
    subject: 'Kết luận cuộc họp',
    search_text: '',
    entered_by_id: story.follower.personId,
    created_at: at,
  }
  const played = playStory(story, { directiveId, position: 1, at }, office, now)
  await copy({ directive: [directive], ...played })
  return String(played.task![0]!.id)
}

async function copy(rows: Rows): Promise<void> {
  const owner = new pg.Client(process.env.DATABASE_OWNER_URL)
  await owner.connect()
  try {
    const lines = noLines()
    addLines(lines, rows)
    await copyLines(owner, lines)
  } finally {
    await owner.end()
  }
}

/** All rows of a root in a fixed order, without what differs by chance: ids of its own, salts and the hashes over them. */
async function everythingUnder(rootId: string) {
  const rows = (sql: string) => db.$queryRawUnsafe(sql, rootId)
  return {
    subjects: await rows(`
      select kind, organ_id, parent_id is null as is_root, title, search_text, restricted, workflow, workflow_version, state,
        context, revision, step_count, created_at, settled_at
      from subject where root_id = $1::uuid order by kind, created_at, state, context::text, revision, settled_at`),
    task: await rows(`
      select position, content, expected_product, directing_leader_id, lead_unit_id, follower_id, entered_by_id, urgency,
        named_person_ids
      from task where id = $1::uuid`),
    supporters: await rows(`select unit_id, due_on from task_supporter where task_id = $1::uuid order by unit_id`),
    assignments: await rows(`
      select role, assignment.unit_id, person_id, given_by_id, instruction, percent
      from assignment join subject using (id) where root_id = $1::uuid order by role, unit_id, person_id`),
    deadlines: await rows(`
      select rule, start_on, due_on, stopped_on, done_on
      from deadline join subject on id = subject_id where root_id = $1::uuid
      order by kind, due_on, start_on, stopped_on, done_on`),
    steps: await rows(`
      select number, event, from_state, to_state, actor_id, post_id, on_behalf_of_id, caused_by, payload, at, texts
      from step left join step_text on step_id = id where root_id = $1::uuid order by number`),
    workItems: await rows(`
      select kind, holder, due_on, opened_at, settled_at, settled_by_id
      from work_item where root_id = $1::uuid order by opened_at, kind, holder`),
    participants: await rows(
      `select principal, reason from participant where subject_id = $1::uuid order by principal`,
    ),
    facts: await rows(`
      select job, payload ->> 'fact' as fact, payload -> 'stepNumber' as step, created_at
      from outbox_message where root_id = $1::uuid order by created_at, fact, step`),
  }
}
