import { officeDay } from '#app/platform/clock.server.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import type { MeasuredPage } from './measured.ts'
import type { Office } from './office.ts'

export const boards: MeasuredPage[] = [
  { name: 'board', kind: 'page', as: 'secretariat', paths: ['/tracking'] },
  { name: 'board of a year', kind: 'page', as: 'secretariat', paths: [`/tracking?${thisYear()}`] },
  { name: 'board by outer days', kind: 'page', as: 'secretariat', paths: ['/tracking?dueDay=outer'] },
  {
    name: 'board of a kind of source',
    kind: 'page',
    as: 'secretariat',
    paths: ['/tracking?sourceKind=CONCLUSION_NOTICE'],
  },
  { name: 'board', kind: 'page', as: 'leader', paths: ['/tracking'] },
  { name: 'board', kind: 'page', as: 'head', paths: ['/tracking'] },
]

export const reports: MeasuredPage[] = [
  { name: 'weekly report', kind: 'page', as: 'head', paths: ['/reports/weekly'], alone: true },
  { name: 'monthly report', kind: 'page', as: 'secretariat', paths: ['/reports/monthly'], alone: true },
  { name: 'performance report', kind: 'page', as: 'secretariat', paths: ['/reports/performance'], alone: true },
]

/** The list of tasks by each of its filters, for who sees nearly all; what is searched for with and without diacritics; two for a head. */
export function filteredLists(office: Office): MeasuredPage[] {
  const today = officeDay(new Date())
  const unit = office.units[office.measuredUnit + 1]!
  const [leader, follower] = [office.leaders[1]!, office.secretariat[0]!]
  const lists: [name: string, search: string, kind?: 'search'][] = [
    ['overdue tasks', 'timeliness=OVERDUE'],
    ['tasks due soon', 'timeliness=DUE_SOON'],
    ['tasks done late', 'timeliness=DONE_LATE'],
    ['tasks in a state', 'state=awaitingAcceptance'],
    ['tasks in a state that is rare', 'state=suspended'],
    ['tasks of a unit', `unit=${unit.id}`],
    ['tasks a unit supports', `unit=${unit.id}&unitPart=support`],
    ['tasks a unit has a part in', `unit=${unit.id}&unitPart=any`],
    ['tasks of an officer', `officer=${unit.officers[0]!.personId}`],
    ['tasks of a leader', `leader=${leader.personId}`],
    ['tasks of units in charge', `inChargeOf=${leader.personId}`],
    ['tasks of a follower', `follower=${follower.personId}`],
    ['urgent tasks', 'urgency=URGENT'],
    ['tasks of a kind of source', 'sourceKind=CONCLUSION_NOTICE'],
    ['tasks of a kind of source that is rare', 'sourceKind=TELEGRAM'],
    ['tasks issued of late', `issuedFrom=${daysAfter(today, -30)}`],
    ['tasks due in a month', `dueFrom=${today}&dueTo=${daysAfter(today, 30)}`],
    ['tasks by outer day', 'dueDay=outer'],
    ['tasks tracked in a year', thisYear()],
    ['search with diacritics', `q=${encodeURIComponent('báo cáo tổng hợp')}`, 'search'],
    ['search without diacritics', 'q=bao+cao+tong+hop', 'search'],
    ['search for what is not there', 'q=khong+co+cau+nay', 'search'],
    ['search by symbol', `symbol=${encodeURIComponent('77/TB')}`, 'search'],
  ]
  const ofOfficer = `/tasks?officer=${office.measuredOfficer.personId}`
  return [
    ...lists.map(([name, search, kind]): MeasuredPage => {
      return { name, kind: kind ?? 'page', as: 'secretariat', paths: [`/tasks?${search}`] }
    }),
    { name: 'overdue tasks', kind: 'page', as: 'head', paths: ['/tasks?timeliness=OVERDUE'] },
    { name: 'tasks of an officer', kind: 'page', as: 'head', paths: [ofOfficer] },
  ]
}

function thisYear(): string {
  const year = officeDay(new Date()).slice(0, 4)
  return `trackedFrom=${year}-01-01&trackedTo=${year}-12-31`
}
