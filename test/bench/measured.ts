import type pg from 'pg'
import { personPrincipal, type Principal, unitPrincipal } from '#workflows/actor.ts'
import { boards, filteredLists, reports } from './measured-lists.ts'
import { jobsMeasured, type MeasuredJobs } from './measured-jobs.ts'
import { type Office, usernameOf } from './office.ts'
import type { BenchSize } from './size.ts'

export const roles = ['officer', 'head', 'secretariat', 'leader'] as const
/** The leader is a deputy, in charge of a third of the units. */
export type Role = (typeof roles)[number]

/** A page that is measured; its addresses are asked for in turn. */
export interface MeasuredPage {
  name: string
  kind: 'page' | 'search'
  as: Role
  paths: string[]
  /** By one person only: it takes too long to be asked for by many in the seconds of a page. */
  alone?: boolean
}

/** An act that is measured, by its real form; each place can be used once or, where `again`, any number of times. */
export interface MeasuredAct {
  name: string
  kind: 'act'
  as: Role
  again: boolean
  typed: Record<string, string>
  paths: string[]
}

export interface Measured {
  usernames: Record<Role, string>
  pages: MeasuredPage[]
  acts: MeasuredAct[]
  jobs: MeasuredJobs
  /** What is written beside the pages: one act for every nine pages and the page of its form. */
  beside: MeasuredAct
}

const TASK_PAGES = 200
const MOST_ACTS = 1000
const WORDS = 'Đã hoàn thành các nội dung theo yêu cầu, số liệu đã được rà soát và thống nhất với các đơn vị liên quan.'

/** Everything that is measured, in one place. */
export async function whatIsMeasured(client: pg.Client, office: Office, size: BenchSize): Promise<Measured> {
  const head = office.units[office.measuredUnit]!.head
  const [officer, secretary] = [office.measuredOfficer, office.secretariat[0]!]
  const unit = unitPrincipal(office.units[office.measuredUnit]!.id)
  const ofOfficer = await openItems(client, personPrincipal(officer.personId), 'PROCESS')
  const ofUnit = await openItems(client, unit, 'PROCESS')
  // The secretariat accepts by standing duty, whoever follows the task.
  const toAccept = await client.query<{ id: string }>(
    `select distinct root_id as id from work_item where kind = 'ACCEPT' and settled_at is null order by id limit ${MOST_ACTS}`,
  )
  // Not of the measured unit, whose results are passed up meanwhile.
  const toUrge = await client.query<{ id: string }>(
    `select id from task join subject using (id) where state = 'inProgress' and lead_unit_id <> $1
    order by md5(id::text) limit ${TASK_PAGES}`,
    [office.units[office.measuredUnit]!.id],
  )
  const anyTasks = await client.query<{ id: string }>(`select id from task order by md5(id::text) limit ${TASK_PAGES}`)

  const [passedUp, progressed] = [ofUnit.filter((_, n) => n % 2 === 0), ofUnit.filter((_, n) => n % 2 === 1)]
  const progress: Omit<MeasuredAct, 'name' | 'as' | 'paths'> = {
    kind: 'act',
    again: true,
    typed: { text: WORDS, percent: '60' },
  }
  return {
    usernames: {
      officer: usernameOf(office, officer),
      head: usernameOf(office, head),
      secretariat: usernameOf(office, secretary),
      leader: usernameOf(office, office.leaders[1]!),
    },
    pages: [
      { name: 'my work', kind: 'page', as: 'officer', paths: ['/my-work/processing'] },
      { name: 'my work', kind: 'page', as: 'head', paths: ['/my-work/processing'] },
      { name: 'my work', kind: 'page', as: 'secretariat', paths: ['/my-work/informed'] },
      { name: 'all tasks, page 1', kind: 'page', as: 'officer', paths: ['/tasks'] },
      { name: 'all tasks, page 1', kind: 'page', as: 'head', paths: ['/tasks'] },
      { name: 'all tasks, page 1', kind: 'page', as: 'secretariat', paths: ['/tasks'] },
      { name: 'all tasks, page 200', kind: 'page', as: 'head', paths: ['/tasks?page=200'] },
      { name: 'all tasks, page 200', kind: 'page', as: 'secretariat', paths: ['/tasks?page=200'] },
      ...filteredLists(office),
      { name: 'task page', kind: 'page', as: 'officer', paths: taskPaths(ofOfficer) },
      { name: 'task page', kind: 'page', as: 'head', paths: taskPaths(ofUnit.slice(0, TASK_PAGES)) },
      { name: 'task page', kind: 'page', as: 'secretariat', paths: anyTasks.rows.map(({ id }) => `/tasks/${id}`) },
      ...boards,
      ...reports,
    ],
    acts: [
      { ...progress, name: 'progress', as: 'officer', paths: actPaths(ofOfficer, 'progress') },
      {
        name: 'result',
        kind: 'act',
        as: 'head',
        again: false,
        // Some of them are late by now, and of some a supporting unit has not reported.
        typed: { text: WORDS, latenessReason: WORDS, withoutSupportersReason: WORDS },
        paths: actPaths(passedUp, 'report'),
      },
      {
        name: 'acceptance',
        kind: 'act',
        as: 'secretariat',
        again: false,
        typed: { comment: 'Đạt yêu cầu' },
        paths: toAccept.rows.map(({ id }) => `/tasks/${id}/acts/accept`),
      },
      {
        name: 'urge',
        kind: 'act',
        as: 'secretariat',
        again: true,
        typed: { words: WORDS },
        paths: toUrge.rows.map(({ id }) => `/tasks/${id}/acts/urge`),
      },
    ],
    jobs: await jobsMeasured(client, size),
    beside: { ...progress, name: 'progress', as: 'head', paths: actPaths(progressed, 'progress') },
  }
}

interface OpenItem {
  subjectId: string
  rootId: string
}

async function openItems(client: pg.Client, holder: Principal, kind: string): Promise<OpenItem[]> {
  const { rows } = await client.query<OpenItem>(
    `select item.subject_id as "subjectId", item.root_id as "rootId"
    from work_item item join subject on subject.id = item.subject_id
    where item.holder = $1 and item.kind = $2::work_item_kind and item.settled_at is null
    order by item.id`,
    [holder, kind],
  )
  return rows
}

function taskPaths(items: OpenItem[]): string[] {
  return items.map(({ rootId }) => `/tasks/${rootId}`)
}

function actPaths(items: OpenItem[], act: string): string[] {
  return items.map(({ rootId, subjectId }) => `/tasks/${rootId}/assignments/${subjectId}/${act}`)
}
