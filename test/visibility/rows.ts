/** What every address answers to whom. A route of the product without a row here fails the test. */
import { v7 as newId } from 'uuid'
import { answerSchemas, decisionSchemas, extensionAnswerSchemas } from '#app/directives/act-forms.ts'
import { workTabs } from '#app/directives/work-tabs.ts'
import { FORMER_OFFICER, type Person, SUBSTITUTE } from './cast.ts'
import type { Subject } from './scene.ts'
import type { Asked, AskedIds } from './visitor.ts'

export interface OpenRow {
  ask: Asked
  /** Null: this person does not ask. */
  status: (person: Person) => number | null
}

export interface TaskRow {
  /** One or more, of a task; none where the task has no such part. */
  asks: (place: AskedIds) => Asked[]
  /** The status for somebody who may see the task; everybody else is answered as if there were none. */
  seen: (person: Person, subject: Subject) => number | null
}

/** Frames of other routes, without an address of their own. */
export const FRAMES = ['root', 'routes/signed-in']

/** Answered by Express itself: there is no such thing as the data of their page. */
export const OUTSIDE_THE_APP = ['/healthz', '/readyz', '/__manifest', '/favicon.svg']

const NOBODYS_ID = newId()
const isSignedIn = ({ username }: Person) => username !== null
const holdsNoPost = ({ username }: Person) => username === FORMER_OFFICER
const isAdministrator = ({ username }: Person) => username === 'quantri'
const ENTERING = ['tonghop1', 'tonghop2', 'pho.vp', 'trolychunhiem', 'trolyphochunhiem1']
const enters = ({ username }: Person) => ENTERING.includes(username ?? '')
/** Leaders and the secretariat; who only assists a leader writes no letters. */
const urges = ({ username }: Person) => /^(chunhiem|phochunhiem\d|tonghop\d|pho\.vp)$/.test(username ?? '')
const isSubstituteOfHead = ({ username }: Person) => username === SUBSTITUTE
/** Leaders and assistants, the secretariat, heads and deputies, and who stands in for one. */
const tracks = (person: Person) =>
  /^((pho)?chunhiem|troly|tonghop|truong\.|pho\.)/.test(person.username ?? '') || isSubstituteOfHead(person)
/** Leaders and the secretariat, heads and deputies; who only assists a leader makes no reports. */
const readsReports = (person: Person) =>
  urges(person) || /^(truong|pho)\./.test(person.username ?? '') || isSubstituteOfHead(person)
const isDraft = ({ column }: Subject) => column === 'Draft'

const everybody = (status: number) => () => status
const signedIn = (status: number) => (person: Person) => (isSignedIn(person) ? status : 302)
const administrator = (status: number) => (person: Person) => {
  if (!isSignedIn(person)) return 302
  return isAdministrator(person) ? status : 403
}

/** For those who enter directives. */
const entering = (status: number) => (person: Person) => {
  if (!isSignedIn(person)) return 302
  return enters(person) ? status : 403
}

const get = (path: string): Asked => ({ method: 'GET', path })
const post = (path: string, fields: Record<string, string> = {}): Asked => ({ method: 'POST', path, fields })

/** For those who report for the organ; the heads of units have no report but their own unit's. */
const ofOrgan = (ask: Asked, status: number): OpenRow => ({
  ask,
  status: (person) => (isSignedIn(person) ? (urges(person) ? status : 403) : 302),
})

/** The queue is prepared by the worker, of which there is none here. */
const NO_WORKER = 503

/** A form of an act in order, about a state long past: whoever may see the task is told so, and nothing moves. */
const LONG_PAST = '99'
const act = (path: string, fields: Record<string, string> = {}): Asked =>
  post(path, { requestKey: newId(), revision: LONG_PAST, ...fields })
/** Whatever an act may ask to be typed in; it takes what is its own. */
const TYPED = {
  reason: 'Cần bổ sung số liệu',
  words: 'Đề nghị khẩn trương báo cáo',
  content: 'Nội dung khác',
  dueOn: '2030-12-31',
  followerId: NOBODYS_ID,
  leadUnitId: NOBODYS_ID,
  'supporters[0].unitId': NOBODYS_ID,
  decision: 'ACCEPTANCE',
  documentSymbol: '12/VPCP-TH',
  documentOn: '2030-01-05',
}

/** The acts on a task that ask for more than a sentence. */
const TASK_ACTS_WITH_A_PAGE = [
  'changeContent',
  'changeDueDay',
  'changeFollower',
  'addSupporters',
  'reassign',
  'recordOutsideDecision',
  'reopen',
]

const OTHER_SOURCE = {
  revision: LONG_PAST,
  sourceKind: 'DECISION',
  issuingOrgan: 'Ủy ban Dân tộc',
  subject: 'Về việc khác',
}

/** A recurring duty in order, but for people who are nobody. */
const SERIES = {
  content: 'Báo cáo định kỳ',
  directingLeaderId: NOBODYS_ID,
  leadUnitId: NOBODYS_ID,
  followerId: NOBODYS_ID,
  urgency: 'NORMAL',
  firstPeriod: '2040',
  dueAfterDays: '5',
  opensBeforeDays: '10',
}

const adminPage = (path: string, found = 200): OpenRow[] => [{ ask: get(path), status: administrator(found) }]
/** A form of the administrator's, sent empty. */
const adminForm = (path: string, { page = 200, sent = 400 } = {}): OpenRow[] => [
  ...adminPage(path, page),
  { ask: post(path), status: administrator(sent) },
]
const NOT_THERE = { page: 404, sent: 400 }

export const OPEN_ROWS: Record<string, OpenRow[]> = {
  'routes/tasks.selection': [{ ask: get('/tasks/selection'), status: signedIn(200) }],
  'routes/jump': [{ ask: get('/jump?q=bao cao'), status: signedIn(200) }],
  'routes/units.$unitId.urging-letter': [
    {
      ask: get(`/units/${NOBODYS_ID}/urging-letter`),
      status: (person) => (isSignedIn(person) ? (urges(person) ? 404 : 403) : 302),
    },
  ],
  // What one asked of many tasks is one's own; what it says of each task goes through visibility (bulk-acts.db.test.ts).
  'routes/bulk-acts.$bulkActId': [{ ask: get(`/bulk-acts/${NOBODYS_ID}`), status: signedIn(404) }],
  'routes/_index': [{ ask: get('/'), status: everybody(302) }],
  'routes/language': [
    { ask: get('/language'), status: everybody(302) },
    { ask: post('/language', { locale: 'vi', backTo: '/account' }), status: everybody(302) },
  ],
  'routes/sign-in': [
    { ask: get('/sign-in'), status: (person) => (isSignedIn(person) ? 302 : 200) },
    { ask: post('/sign-in'), status: (person) => (isSignedIn(person) ? null : 400) },
  ],
  'routes/sign-in.new-password': [
    { ask: get('/sign-in/new-password'), status: everybody(302) },
    { ask: post('/sign-in/new-password'), status: everybody(302) },
  ],
  // Each leads on whoever has no business there.
  'routes/sign-in.second-factor': [
    { ask: get('/sign-in/second-factor'), status: everybody(302) },
    { ask: post('/sign-in/second-factor', { code: '123456' }), status: everybody(302) },
  ],
  'routes/sign-in.second-factor-reset': [
    { ask: get('/sign-in/second-factor-reset'), status: everybody(302) },
    { ask: post('/sign-in/second-factor-reset'), status: everybody(302) },
  ],
  'routes/sign-in.enrol': [
    { ask: get('/sign-in/enrol'), status: everybody(302) },
    { ask: post('/sign-in/enrol'), status: everybody(302) },
  ],
  'routes/sign-in.again': [
    { ask: get('/sign-in/again'), status: signedIn(200) },
    { ask: post('/sign-in/again'), status: signedIn(400) },
  ],
  'routes/sign-out': [
    { ask: get('/sign-out'), status: everybody(302) },
    // The others would lose the session they ask with.
    { ask: post('/sign-out'), status: (person) => (isSignedIn(person) ? null : 302) },
  ],
  'routes/account': [
    { ask: get('/account'), status: signedIn(200) },
    { ask: post('/account'), status: signedIn(400) },
  ],
  'routes/account.sessions': [
    { ask: get('/account/sessions'), status: everybody(302) },
    { ask: post('/account/sessions'), status: everybody(302) },
  ],
  'routes/account.second-factor': [
    { ask: get('/account/second-factor'), status: signedIn(200) },
    { ask: post('/account/second-factor'), status: signedIn(400) },
  ],
  'routes/account.notices': [
    { ask: get('/account/notices'), status: signedIn(200) },
    { ask: post('/account/notices'), status: signedIn(302) },
  ],
  'routes/account.display': [
    { ask: get('/account/display'), status: everybody(302) },
    { ask: post('/account/display'), status: everybody(302) },
  ],
  // One's own notices; what they say of a task goes through visibility (notice-list.db.test.ts).
  'routes/notices': [
    { ask: get('/notices'), status: signedIn(200) },
    { ask: post('/notices'), status: signedIn(400) },
  ],
  'routes/notices.count': [{ ask: get('/notices/count'), status: signedIn(200) }],
  'routes/notices.$noticeId.due-day': [{ ask: get(`/notices/${NOBODYS_ID}/due-day`), status: signedIn(404) }],
  'routes/notices.$noticeId': [{ ask: get(`/notices/${NOBODYS_ID}`), status: signedIn(404) }],
  'routes/account.feed': [
    { ask: get('/account/feed'), status: signedIn(200) },
    { ask: post('/account/feed'), status: signedIn(400) },
  ],
  // Read by a secret and not by a session: feeds.db.test.ts.
  'routes/feeds.$file': ['/feeds/nobody.ics', '/feeds/nobody'].map((path) => ({
    ask: get(path),
    status: everybody(404),
  })),
  // One's own absences; those of others are not found.
  'routes/account.absences': [{ ask: get('/account/absences'), status: signedIn(200) }],
  'routes/account.absences.new': [
    { ask: get('/account/absences/new'), status: signedIn(200) },
    { ask: post('/account/absences/new'), status: signedIn(400) },
  ],
  'routes/account.absences.$absenceId.end': [
    { ask: get(`/account/absences/${NOBODYS_ID}/end`), status: signedIn(404) },
    { ask: post(`/account/absences/${NOBODYS_ID}/end`), status: signedIn(404) },
  ],

  // Whoever holds no post is told so; everybody else is led on.
  'routes/my-work': [{ ask: get('/my-work'), status: (person) => (holdsNoPost(person) ? 200 : 302) }],
  'routes/my-work.$tab': [
    ...workTabs.map((tab) => ({ ask: get(`/my-work/${tab}`), status: signedIn(200) })),
    { ask: get('/my-work/constructor'), status: signedIn(404) },
  ],
  'routes/directives': [
    { ask: get('/directives'), status: signedIn(200) },
    { ask: get('/directives?q=ket+luan'), status: signedIn(200) },
  ],
  'routes/directives.new': [
    { ask: get('/directives/new'), status: (person) => (isSignedIn(person) ? (enters(person) ? 200 : 403) : 302) },
    { ask: post('/directives/new'), status: signedIn(400) },
  ],
  'routes/tasks': [
    { ask: get('/tasks'), status: signedIn(200) },
    { ask: get('/tasks?q=nhiem+vu&timeliness=IN_TIME'), status: signedIn(200) },
    { ask: get('/tasks?state=inProgress'), status: signedIn(200) },
    { ask: get('/tasks?watch=followed'), status: signedIn(200) },
  ],
  'routes/series': ['/series', '/series?state=stuck&kind=MONTH'].map((path) => ({
    ask: get(path),
    status: signedIn(200),
  })),
  'routes/series.export': [{ ask: get('/series/export'), status: signedIn(200) }],
  // Who sees which series: series.db.test.ts.
  'routes/series.$seriesId': [
    { ask: get(`/series/${NOBODYS_ID}`), status: signedIn(404) },
    { ask: act(`/series/${NOBODYS_ID}`), status: signedIn(404) },
  ],
  'routes/series.$seriesId.edit': [
    { ask: get(`/series/${NOBODYS_ID}/edit`), status: signedIn(404) },
    { ask: act(`/series/${NOBODYS_ID}/edit`, SERIES), status: signedIn(404) },
  ],
  'routes/series.$seriesId.stop': [
    { ask: get(`/series/${NOBODYS_ID}/stop`), status: signedIn(404) },
    { ask: act(`/series/${NOBODYS_ID}/stop`, { reason: 'Theo chế độ báo cáo mới' }), status: signedIn(404) },
  ],
  'routes/tracking': ['/tracking', '/tracking?scope=all&trackedFrom=2026-01-01&dueDay=outer'].map((path) => ({
    ask: get(path),
    status: (person) => (isSignedIn(person) ? (tracks(person) ? 200 : 403) : 302),
  })),
  'routes/reports': [
    { ask: get('/reports'), status: (person) => (isSignedIn(person) ? (readsReports(person) ? 200 : 403) : 302) },
  ],
  'routes/reports.$kind': [
    ...['/reports/monthly', '/reports/performance?period=year&day=2026-01-10'].map((path) => ofOrgan(get(path), 200)),
    ofOrgan(get(`/reports/weekly?unit=${NOBODYS_ID}`), 404),
    { ask: get('/reports/constructor'), status: signedIn(404) },
  ],
  'routes/reports.$kind.file': [
    ...['docx', 'xlsx'].map((format) => ofOrgan(get(`/reports/monthly/file?format=${format}`), 200)),
    ofOrgan(get(`/reports/weekly/file?unit=${NOBODYS_ID}&format=docx`), 404),
    { ask: get('/reports/monthly/file?format=exe'), status: signedIn(404) },
  ],
  'routes/saved-views': [{ ask: get('/saved-views'), status: signedIn(200) }],
  'routes/saved-views.new': [
    { ask: get('/saved-views/new?state=inProgress'), status: signedIn(200) },
    { ask: post('/saved-views/new'), status: signedIn(400) },
  ],
  'routes/saved-views.$viewId': [
    { ask: get(`/saved-views/${NOBODYS_ID}`), status: signedIn(404) },
    { ask: post(`/saved-views/${NOBODYS_ID}`, { name: 'Việc của đơn vị' }), status: signedIn(404) },
    { ask: post(`/saved-views/${NOBODYS_ID}`, { act: 'remove' }), status: signedIn(404) },
  ],
  'routes/tasks.export': [{ ask: get('/tasks/export'), status: signedIn(200) }],
  'routes/units': [{ ask: get('/units'), status: signedIn(200) }],
  'routes/working-calendar': [{ ask: get('/working-calendar'), status: signedIn(200) }],
  'routes/tasks.print': [
    { ask: get('/tasks/print'), status: signedIn(200) },
    { ask: get('/tasks/print?state=inProgress'), status: signedIn(200) },
  ],
  'routes/tasks.imports.template': [{ ask: get('/tasks/imports/template.xlsx'), status: entering(200) }],
  'routes/tasks.imports.new': [
    { ask: get('/tasks/imports/new'), status: entering(200) },
    { ask: post('/tasks/imports/new'), status: entering(400) },
  ],
  // An import is there for whoever sent it, and for nobody else: see task-import.db.test.ts.
  'routes/tasks.imports.$importId': [
    { ask: get(`/tasks/imports/${NOBODYS_ID}`), status: entering(404) },
    { ask: post(`/tasks/imports/${NOBODYS_ID}`), status: entering(404) },
  ],
  'routes/tasks.exports.new': [
    { ask: get('/tasks/exports/new?q=nhiem+vu'), status: signedIn(200) },
    { ask: post('/tasks/exports/new'), status: everybody(302) },
  ],
  // An export is there for whoever asked for it, and for nobody else: see export.db.test.ts.
  'routes/tasks.exports.$exportId': [{ ask: get(`/tasks/exports/${NOBODYS_ID}`), status: signedIn(404) }],
  'routes/tasks.exports.$exportId.file': [{ ask: get(`/tasks/exports/${NOBODYS_ID}/file`), status: signedIn(404) }],

  'routes/admin': adminPage('/admin', 302),
  'routes/admin._index': adminPage('/admin?index', 302),
  'routes/admin.people-template': adminPage('/admin/people-template.csv'),
  'routes/admin.audit-export': adminPage('/admin/audit.csv'),
  'routes/admin.audit': adminPage('/admin/audit'),
  'routes/admin.operations': adminForm('/admin/operations', { sent: 404 }),
  'routes/admin.operations.read-only': adminForm('/admin/operations/read-only'),
  'routes/admin.operations-export': adminPage('/admin/operations.csv'),
  'routes/admin.people.$personId.handover': adminForm(`/admin/people/${NOBODYS_ID}/handover`, { page: 404 }),
  'routes/admin.calendar': adminPage('/admin/calendar'),
  'routes/admin.calendar-template': adminPage('/admin/calendar-template.csv'),
  'routes/admin.calendar.new': adminForm('/admin/calendar/new'),
  'routes/admin.calendar.import': adminForm('/admin/calendar/import'),
  'routes/admin.calendar.days.$day': adminForm('/admin/calendar/days/2001-01-01', { page: 404, sent: 404 }),
  'routes/admin.calendar.days.$day.remove': adminForm('/admin/calendar/days/2001-01-01/remove', { page: 404 }),
  'routes/admin.calendar.changes.$changeId': adminPage(`/admin/calendar/changes/${NOBODYS_ID}`, 404),
  'routes/admin.handovers': adminPage('/admin/handovers'),
  'routes/admin.handovers.units': adminForm('/admin/handovers/units'),
  'routes/admin.handovers.$handoverId': adminForm(`/admin/handovers/${NOBODYS_ID}`, { page: 404, sent: 404 }),
  'routes/people.$personId.handover-list': [{ ask: get(`/people/${NOBODYS_ID}/handover-list`), status: signedIn(404) }],
  // Whose list one may ask for, and what it shows: stalls.db.test.ts.
  'routes/people.$personId.stalls': [{ ask: get(`/people/${NOBODYS_ID}/stalls`), status: signedIn(404) }],
  'routes/people.$personId.stalls.file': [{ ask: get(`/people/${NOBODYS_ID}/stalls.csv`), status: signedIn(404) }],
  'routes/admin.notices': adminForm('/admin/notices'),
  'routes/admin.reminders': adminPage('/admin/reminders'),
  'routes/admin.reminders.new': adminForm('/admin/reminders/new'),
  'routes/admin.reminders.$policyId': adminForm(`/admin/reminders/${NOBODYS_ID}`, { page: 404, sent: 404 }),
  'routes/admin.grants': adminForm('/admin/grants', { sent: 404 }),
  'routes/admin.second-factor': adminForm('/admin/second-factor', { sent: 302 }),
  'routes/admin.people': adminPage('/admin/people'),
  'routes/admin.people.new': adminForm('/admin/people/new'),
  'routes/admin.people.import': adminForm('/admin/people/import'),
  'routes/admin.people.$personId': adminPage(`/admin/people/${NOBODYS_ID}`, 404),
  'routes/admin.people.$personId.edit': adminForm(`/admin/people/${NOBODYS_ID}/edit`, NOT_THERE),
  'routes/admin.people.$personId.account': adminForm(`/admin/people/${NOBODYS_ID}/account`, NOT_THERE),
  'routes/admin.people.$personId.absences': adminPage(`/admin/people/${NOBODYS_ID}/absences`, 404),
  'routes/admin.people.$personId.absences.new': adminForm(`/admin/people/${NOBODYS_ID}/absences/new`, NOT_THERE),
  'routes/admin.people.$personId.absences.$absenceId.end': adminForm(
    `/admin/people/${NOBODYS_ID}/absences/${NOBODYS_ID}/end`,
    { page: 404, sent: 404 },
  ),
  'routes/admin.people.$personId.posts.new': adminForm(`/admin/people/${NOBODYS_ID}/posts/new`, NOT_THERE),
  'routes/admin.people.$personId.posts.$postId.end': adminForm(
    `/admin/people/${NOBODYS_ID}/posts/${NOBODYS_ID}/end`,
    NOT_THERE,
  ),
  'routes/admin.people.$personId.charges.new': adminForm(`/admin/people/${NOBODYS_ID}/charges/new`, NOT_THERE),
  'routes/admin.people.$personId.charges.$chargeId.end': adminForm(
    `/admin/people/${NOBODYS_ID}/charges/${NOBODYS_ID}/end`,
    NOT_THERE,
  ),
  'routes/admin.units': adminPage('/admin/units'),
  'routes/admin.units.new': adminForm('/admin/units/new'),
  'routes/admin.units.$unitId': adminForm(`/admin/units/${NOBODYS_ID}`, NOT_THERE),
  'routes/admin.units.$unitId.end': adminForm(`/admin/units/${NOBODYS_ID}/end`, NOT_THERE),

  // What Express answers before the app.
  '/healthz': [{ ask: get('/healthz'), status: everybody(200) }],
  '/readyz': [{ ask: get('/readyz'), status: everybody(NO_WORKER) }],
  // Remix would tell here which routes there are under an address; the list of routes is a file instead.
  '/__manifest': [{ ask: get('/__manifest?p=%2Ftasks&version=none'), status: everybody(204) }],
  '/favicon.svg': [{ ask: get('/favicon.svg'), status: everybody(200) }],
  'no such address': [{ ask: get('/no/such/address'), status: everybody(404) }],
}

export const TASK_ROWS: Record<string, TaskRow[]> = {
  'routes/files.$versionId': [
    { asks: ({ versionIds }) => versionIds.map((id) => get(`/files/${id}`)), seen: () => 200 },
  ],
  'routes/directives.$directiveId': [
    { asks: ({ directiveId }) => ofDirective(directiveId, '').map(get), seen: () => 200 },
  ],
  'routes/directives.$directiveId.source': [
    {
      asks: ({ directiveId }) => ofDirective(directiveId, '/source').map(get),
      seen: (person, subject) => (isDraft(subject) && enters(person) ? 200 : 403),
    },
    {
      asks: ({ directiveId }) => ofDirective(directiveId, '/source').map((path) => post(path, OTHER_SOURCE)),
      seen: (person, subject) => (isDraft(subject) && enters(person) ? 409 : 403),
    },
  ],
  'routes/directives.$directiveId.series.new': [
    {
      asks: ({ directiveId }) => ofDirective(directiveId, '/series/new').map(get),
      seen: (person, subject) => (enters(person) && !subject.column.startsWith('Restricted') ? 200 : 403),
    },
    {
      asks: ({ directiveId }) => ofDirective(directiveId, '/series/new').map((path) => act(path, SERIES)),
      seen: () => 403,
    },
  ],
  'routes/directives.$directiveId.issue': [
    {
      asks: ({ directiveId }) => ofDirective(directiveId, '/issue').map((path) => post(path, { requestKey: newId() })),
      // The draft's source is not signed: only the directing leader could issue it, who does not ask here.
      seen: ({ username }, subject) => (isDraft(subject) ? (username === 'chunhiem' ? null : 403) : 302),
    },
  ],
  'routes/tasks.selection': [
    {
      asks: ({ taskId }) => [post('/tasks/selection', { act: 'urge', taskIds: taskId })],
      seen: () => 200,
    },
  ],
  'routes/tasks.$taskId': [
    { asks: ({ taskId }) => [get(`/tasks/${taskId}`)], seen: () => 200 },
    { asks: ({ taskId }) => [post(`/tasks/${taskId}`, { want: 'nothing' })], seen: () => 302 },
    // Whoever may see it follows or mutes it according to their part: see watches.db.test.ts.
    {
      asks: ({ taskId }) => ['followed', 'muted'].map((want) => post(`/tasks/${taskId}`, { want })),
      seen: () => null,
    },
  ],
  'routes/tasks.$taskId.draft': [
    { asks: ({ taskId }) => [get(`/tasks/${taskId}/draft`)], seen: () => 200 },
    {
      asks: ({ taskId }) => [
        act(`/tasks/${taskId}/draft`, {
          content: 'Nội dung khác',
          leadUnitId: NOBODYS_ID,
          urgency: 'NORMAL',
          openEnded: 'on',
          directingLeaderId: NOBODYS_ID,
          followerId: NOBODYS_ID,
        }),
      ],
      seen: () => 409,
    },
  ],
  'routes/tasks.$taskId.acts.$act': [
    { asks: ({ taskId }) => ['issue', 'accept'].map((name) => get(`/tasks/${taskId}/acts/${name}`)), seen: () => 200 },
    { asks: ({ taskId }) => [get(`/tasks/${taskId}/acts/constructor`)], seen: () => 404 },
    {
      asks: ({ taskId }) => Object.keys(decisionSchemas).map((name) => act(`/tasks/${taskId}/acts/${name}`, TYPED)),
      seen: () => 409,
    },
  ],
  ...Object.fromEntries(TASK_ACTS_WITH_A_PAGE.map(taskActRows)),
  ...assignmentRows('receive', {}),
  ...assignmentRows('hand-on', { 'delegates[0].holder': `person:${NOBODYS_ID}` }),
  ...assignmentRows('progress', { text: 'Đang làm', percent: '50' }),
  ...assignmentRows('report', { text: 'Đã xong' }),
  ...assignmentRows('send-back', TYPED),
  ...assignmentRows('extension-request', TYPED),
  'routes/tasks.$taskId.assignments.$assignmentId.acts.$act': [
    { asks: (place) => ofAssignment(place, 'acts/giveBack').map(get), seen: () => 200 },
    { asks: (place) => ofAssignment(place, 'acts/constructor').map(get), seen: () => 404 },
    {
      asks: (place) =>
        Object.keys(answerSchemas).flatMap((name) =>
          ofAssignment(place, `acts/${name}`).map((path) => act(path, TYPED)),
        ),
      seen: () => 409,
    },
  ],
  'routes/tasks.$taskId.extension-requests.$requestId.$act': [
    { asks: (place) => ofRequest(place, 'grant').map(get), seen: () => 200 },
    { asks: (place) => ofRequest(place, 'constructor').map(get), seen: () => 404 },
    {
      asks: (place) =>
        Object.keys(extensionAnswerSchemas).flatMap((name) => ofRequest(place, name).map((path) => act(path, TYPED))),
      seen: () => 409,
    },
  ],
}

function ofDirective(directiveId: string | null, below: string): string[] {
  return directiveId ? [`/directives/${directiveId}${below}`] : []
}

function taskActRows(name: string): [string, TaskRow[]] {
  const path = ({ taskId }: AskedIds) => `/tasks/${taskId}/acts/${name}`
  return [
    `routes/tasks.$taskId.acts.${name}`,
    [
      { asks: (place) => [get(path(place))], seen: () => 200 },
      { asks: (place) => [act(path(place), TYPED)], seen: () => 409 },
    ],
  ]
}

function assignmentRows(name: string, fields: Record<string, string>): Record<string, TaskRow[]> {
  return {
    [`routes/tasks.$taskId.assignments.$assignmentId.${name}`]: [
      { asks: (place) => ofAssignment(place, name).map(get), seen: () => 200 },
      { asks: (place) => ofAssignment(place, name).map((path) => act(path, fields)), seen: () => 409 },
    ],
  }
}

function ofAssignment({ taskId, assignmentId }: AskedIds, below: string): string[] {
  return assignmentId ? [`/tasks/${taskId}/assignments/${assignmentId}/${below}`] : []
}

function ofRequest({ taskId, requestId }: AskedIds, below: string): string[] {
  return requestId ? [`/tasks/${taskId}/extension-requests/${requestId}/${below}`] : []
}
