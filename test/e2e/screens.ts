/** Every screen of the product, each in the hands it is for: what is looked at for accessibility, for width and by eye. */
import { workTabs } from '#app/directives/work-tabs.ts'
import { application, expectAnswer, press } from './browser.ts'
import { pick } from './directive-form.ts'
import { enterNewcomer, openFirstPage, openNewPassword } from './newcomer.ts'
import {
  type Screen,
  at,
  ofOffice,
  byLink,
  answered,
  broken,
  saveInAnotherTab,
  atPerson,
  openPerson,
  atUnit,
  nameSubstitute,
  selectTask,
  sendFaulty,
  sendFile,
} from './screen-openers.ts'

/** Signs in by the page under test, and not before. */
export const NEWCOMER = 'newcomer'
/** Who is away once their screens have been opened. */
export const AWAY = 'truong.tttt'
const NOBODYS_ID = '00000000-0000-7000-8000-000000000000'

export const screensOf: Record<string, Screen[]> = {
  /** Nobody signed in. */
  '': [
    at('sign-in', '/sign-in'),
    {
      name: 'sign-in-empty',
      open: async (page) => {
        await page.goto('/sign-in')
        await sendFaulty(page, 'Đăng nhập')
      },
    },
    {
      name: 'sign-in-refused',
      open: async (page) => {
        await page.goto('/sign-in')
        await page.getByLabel('Tên đăng nhập').fill('khong.co.ai')
        await page.getByLabel('Mật khẩu').fill('không đúng mật khẩu')
        expectAnswer(page, 401)
        await press(page.getByRole('button', { name: 'Đăng nhập' }))
        await page.getByRole('alert').waitFor()
      },
    },
    answered('not-found', 404, '/khong-co-trang-nay'),
  ],
  /** Somebody new, who has a code from the administrator and no post yet. */
  [NEWCOMER]: [
    { name: 'new-password', open: (page, { newcomer }) => openNewPassword(page, newcomer) },
    {
      name: 'new-password-faulty',
      open: async (page, { newcomer }) => {
        await openNewPassword(page, newcomer)
        await sendFaulty(page, 'Đặt mật khẩu')
      },
    },
    { name: 'no-post', open: (page, { newcomer }) => openFirstPage(page, newcomer) },
  ],
  tonghop1: [
    ...workTabs.map((tab) => at(`my-work-${tab}`, `/my-work/${tab}`)),
    at('jump', '/jump?q=bao cao'),
    at('jump-nothing', '/jump?q=khong-co-gi-ca'),
    { name: 'selection', open: (page) => selectTask(page) },
    {
      name: 'selection-faulty',
      open: async (page) => {
        await selectTask(page)
        await sendFaulty(page, 'Đôn đốc')
      },
    },
    {
      name: 'bulk-act',
      open: async (page) => {
        await selectTask(page)
        await page.getByLabel('Nội dung đôn đốc').fill('Đề nghị báo cáo tiến độ')
        await press(page.getByRole('button', { name: 'Đôn đốc' }))
        await page.getByText('nhiệm vụ không làm được').waitFor()
      },
    },
    at('directives', '/directives'),
    at('directives-none-found', '/directives?q=khong-co-chi-dao-nao'),
    at('directive-new', '/directives/new'),
    {
      name: 'directive-new-two-tasks',
      open: async (page) => {
        await page.goto('/directives/new')
        await press(page.getByRole('button', { name: 'Thêm nhiệm vụ' }))
        await page.getByRole('group', { name: 'Nhiệm vụ 2' }).getByRole('combobox', { name: 'Đơn vị' }).fill('vu')
        await page.getByRole('listbox').getByRole('option').first().waitFor()
      },
    },
    {
      name: 'directive-new-restricted',
      open: async (page) => {
        await page.goto('/directives/new')
        await press(page.locator('summary', { hasText: 'Hạn chế' }))
        await press(page.getByRole('button', { name: 'Thêm người' }))
        await page.getByRole('combobox', { name: 'Người 1' }).waitFor()
      },
    },
    {
      name: 'directive-new-faulty',
      open: async (page) => {
        await page.goto('/directives/new')
        await sendFaulty(page, 'Lưu dự thảo')
      },
    },
    ofOffice('directive', ({ directive }) => directive),
    at('series', '/series'),
    at('series-none-found', '/series?state=stopped&kind=YEAR'),
    ofOffice('series-new', ({ directive }) => `${directive}/series/new`),
    {
      name: 'series-new-faulty',
      open: async (page, { directive }) => {
        await page.goto(`${directive}/series/new`)
        await sendFaulty(page, 'Lưu dự thảo')
      },
    },
    ofOffice('series-running', ({ series }) => series),
    ofOffice('series-draft', ({ draftSeries }) => draftSeries),
    ofOffice('series-edit', ({ series }) => `${series}/edit`),
    ofOffice('series-stop', ({ series }) => `${series}/stop`),
    ofOffice('directive-draft', ({ draftDirective }) => draftDirective),
    ofOffice('directive-source', ({ draftDirective }) => `${draftDirective}/source`),
    at('tasks', '/tasks'),
    at('tasks-filtered', '/tasks?state=inProgress&timeliness=IN_TIME'),
    at('tasks-rarer-filters', '/tasks?unitPart=any&trackedFrom=2026-01-01&sourceKind=PLAN'),
    at('tasks-none-found', '/tasks?q=khong-co-nhiem-vu-nao'),
    at('tasks-followed-none', '/tasks?watch=followed'),
    at('tracking', '/tracking'),
    at('saved-views-none', '/saved-views'),
    at('saved-view-new', '/saved-views/new?timeliness=OVERDUE'),
    {
      name: 'saved-view-new-faulty',
      open: async (page) => {
        await page.goto('/saved-views/new?timeliness=OVERDUE')
        await sendFaulty(page, 'Lưu bộ lọc này')
      },
    },
    at('tracking-none-found', '/tracking?sourceKind=TELEGRAM'),
    at('reports', '/reports'),
    at('report-monthly', '/reports/monthly'),
    at('report-performance', '/reports/performance?period=year'),
    at('report-weekly-no-unit', '/reports/weekly'),
    at('tasks-print', '/tasks/print'),
    at('export-new', '/tasks/exports/new?state=inProgress'),
    at('import-new', '/tasks/imports/new'),
    {
      name: 'import-faulty',
      open: async (page) => {
        await page.goto('/tasks/imports/new')
        const template = await page.request.get('/tasks/imports/template.xlsx')
        const file = {
          name: 'mau.xlsx',
          mimeType: template.headers()['content-type'] ?? '',
          buffer: await template.body(),
        }
        await page.getByLabel('Tệp Excel').setInputFiles(file)
        await press(page.getByRole('button', { name: 'Kiểm tra tệp' }))
        await page.getByRole('rowheader', { name: 'Dòng 2' }).waitFor()
      },
    },
    {
      name: 'export-ready',
      open: async (page) => {
        await page.goto('/tasks/exports/new')
        await press(page.getByRole('button', { name: 'Lập tệp Excel' }))
        await page.getByRole('link', { name: 'Tải tệp Excel' }).waitFor()
      },
    },
    ofOffice('task-draft', ({ draft }) => draft),
    ofOffice('task-draft-edit', ({ draft }) => `${draft}/draft`),
    ofOffice('task-draft-discard', ({ draft }) => `${draft}/acts/discard`),
    ofOffice('task-assigned', ({ assigned }) => assigned),
    ofOffice('task-completed', ({ completed }) => completed),
    ofOffice('task-revoked', ({ revoked }) => revoked),
    ofOffice('task-restricted', ({ restricted }) => restricted),
    {
      name: 'task-draft-changed-meanwhile',
      open: async (page, { draft }) => {
        await page.goto(`${draft}/draft`)
        await saveInAnotherTab(page, `${draft}/draft`)
        expectAnswer(page, 409)
        await press(page.getByRole('button', { name: 'Sửa dự thảo' }))
        await page.getByRole('alert').waitFor()
      },
    },
    ofOffice('act-not-open', ({ completed }) => `${completed}/acts/revoke`),
    ofOffice('task-supported', ({ supported }) => supported),
    ofOffice('task-returned', ({ returned }) => returned),
    ofOffice('task-suspended', ({ suspended }) => suspended),
    ofOffice('task-take-back', ({ assigned }) => `${assigned}/acts/takeBack`),
    ofOffice('task-change-content', ({ supported }) => `${supported}/acts/changeContent`),
    ofOffice('task-change-due-day', ({ supported }) => `${supported}/acts/changeDueDay`),
    ofOffice('task-change-follower', ({ supported }) => `${supported}/acts/changeFollower`),
    ofOffice('task-add-supporters', ({ supported }) => `${supported}/acts/addSupporters`),
    {
      name: 'task-add-supporters-faulty',
      open: async (page, { supported }) => {
        await page.goto(`${supported}/acts/addSupporters`)
        await sendFaulty(page, 'Bổ sung đơn vị phối hợp')
      },
    },
    ofOffice('task-reassign', ({ returned }) => `${returned}/acts/reassign`),
    ofOffice('task-insist', ({ returned }) => `${returned}/acts/insist`),
    ofOffice('task-urge', ({ supported }) => `${supported}/acts/urge`),
    ofOffice('task-resume', ({ suspended }) => `${suspended}/acts/resume`),
    ofOffice('task-outside-decision', ({ fromOutside }) => `${fromOutside}/acts/recordOutsideDecision`),
    byLink('extension-grant', ({ supported }) => supported, 'Đồng ý gia hạn'),
    answered('task-not-found', 404, `/tasks/${NOBODYS_ID}`),
    broken('fault', 'directive', '/directives'),
    broken('fault-without-menu', 'login_session', '/directives'),
  ],
  chunhiem: [
    at('my-work-review', '/my-work/review'),
    at('directives', '/directives'),
    ofOffice('task-draft', ({ draft }) => draft),
    ofOffice('task-awaiting', ({ awaiting }) => awaiting),
    ofOffice('task-accept', ({ awaiting }) => `${awaiting}/acts/accept`),
    ofOffice('task-send-back', ({ awaiting }) => `${awaiting}/acts/sendBack`),
    {
      name: 'task-send-back-faulty',
      open: async (page, { awaiting }) => {
        await page.goto(`${awaiting}/acts/sendBack`)
        await sendFaulty(page, 'Trả lại')
      },
    },
    ofOffice('task-revoke', ({ delegated }) => `${delegated}/acts/revoke`),
    ofOffice('task-supported', ({ supported }) => supported),
    ofOffice('task-reopen', ({ completed }) => `${completed}/acts/reopen`),
    byLink('extension-refuse', ({ supported }) => supported, 'Không đồng ý gia hạn'),
  ],
  [AWAY]: [
    ofOffice('series-of-lead-unit', ({ series }) => series),
    at('notices', '/notices'),
    at('my-work-receipt', '/my-work/receipt'),
    at('my-work-processing', '/my-work/processing'),
    at('my-work-done', '/my-work/done'),
    at('report-weekly', '/reports/weekly'),
    at('tracking', '/tracking'),
    at('tasks', '/tasks'),
    ofOffice('task-assigned', ({ assigned }) => assigned),
    ofOffice('task-delegated', ({ delegated }) => delegated),
    ofOffice('task-reported', ({ reported }) => reported),
    byLink('task-hand-on', ({ received }) => received, 'Phân công'),
    byLink('task-pass-up', ({ received }) => received, 'Trình kết quả'),
    ofOffice('task-supported', ({ supported }) => supported),
    byLink('contribution-accept', ({ supported }) => supported, 'Xác nhận phần phối hợp'),
    byLink('extension-request', ({ received }) => received, 'Đề nghị gia hạn'),
    byLink('extension-withdraw', ({ supported }) => supported, 'Rút đề nghị gia hạn'),
    byLink('task-give-back', ({ received }) => received, 'Trả lại nơi giao'),
    byLink('report-send-back', ({ reported }) => reported, 'Trả lại báo cáo'),
    answered('directive-new-forbidden', 403, '/directives/new'),
    answered('administration-forbidden', 403, '/admin/people'),
    at('account-absences-none', '/account/absences'),
    at('account-absence-new', '/account/absences/new'),
    {
      name: 'account-absence-new-faulty',
      open: async (page) => {
        await page.goto('/account/absences/new')
        await sendFaulty(page, 'Cử người thay')
      },
    },
    at('account-feed-none', '/account/feed'),
    {
      name: 'stalls',
      open: async (page) => {
        await page.goto('/account/absences')
        await press(page.getByRole('link', { name: 'Xem việc nào dừng nếu tôi vắng mặt' }))
        await page.getByLabel('Đến hết ngày').fill('2030-12-31')
        await press(page.getByRole('button', { name: 'Lọc' }))
        await page.getByRole('heading', { level: 1, name: 'Việc nào dừng nếu tôi vắng mặt' }).waitFor()
      },
    },
    // From here on whoever comes next is the substitute, until the screens have been looked at.
    { name: 'account-absences', open: (page) => nameSubstitute(page) },
    {
      name: 'account-absence-end',
      open: async (page) => {
        await nameSubstitute(page)
        await press(page.getByRole('link', { name: /^Kết thúc sớm việc thay/ }))
        await page.getByRole('heading', { level: 1, name: 'Kết thúc việc thay' }).waitFor()
      },
    },
  ],
  'pho.khtc': [
    at('my-work-of-substitute', '/my-work/receipt'),
    at('account-of-substitute', '/account'),
    at('account-absences-of-substitute', '/account/absences'),
  ],
  'truong.khtc': [
    at('my-work-supporting', '/my-work/supporting'),
    ofOffice('task-supported', ({ supported }) => supported),
  ],
  'chuyenvien1.tttt': [
    at('my-work-processing', '/my-work/processing'),
    at('my-work-overdue', '/my-work/overdue'),
    ofOffice('task-delegated', ({ delegated }) => delegated),
    byLink('task-progress', ({ delegated }) => delegated, 'Cập nhật tiến độ'),
    {
      name: 'task-progress-faulty',
      open: async (page, { delegated }) => {
        await page.goto(delegated)
        await press(page.getByRole('link', { name: 'Cập nhật tiến độ' }))
        await page.getByLabel('Mức độ hoàn thành').fill('170')
        await sendFaulty(page, 'Cập nhật tiến độ')
      },
    },
    byLink('task-report', ({ delegated }) => delegated, 'Báo cáo kết quả'),
    at('account', '/account'),
    at('account-second-factor', '/account/second-factor'),
    at('account-notices', '/account/notices'),
    {
      name: 'account-second-factor-scan',
      open: async (page) => {
        await page.goto('/account/second-factor')
        await page.getByLabel('Mật khẩu của bạn').fill(application.password)
        await press(page.getByRole('button', { name: 'Bật xác thực hai lớp' }))
        await page.getByRole('img', { name: 'Mã QR' }).waitFor()
      },
    },
    at('sign-in-again', '/sign-in/again?to=%2Ftasks'),
    // The last of this person: from here on the page is dark whatever the device says.
    {
      name: 'account-dark-and-compact',
      open: async (page) => {
        await page.goto('/account')
        await page.getByLabel('Nền').selectOption('dark')
        await page.getByLabel('Mật độ').selectOption('compact')
        await press(page.getByRole('button', { name: 'Lưu' }))
        await page.locator('html.dark[data-density="compact"]').waitFor()
      },
    },
    at('my-work-dark-and-compact', '/my-work/processing'),
  ],
  quantri: [
    at('people', '/admin/people'),
    at('people-none-found', '/admin/people?words=khong-co-ai'),
    at('person-new', '/admin/people/new'),
    at('people-import', '/admin/people/import'),
    {
      name: 'people-import-faulty',
      open: async (page) => {
        await page.goto('/admin/people/import')
        const buffer = Buffer.from('Mã người;Họ và tên\nnv1\n')
        await page.getByLabel('Tệp CSV').setInputFiles({ name: 'nguoi.csv', mimeType: 'text/csv', buffer })
        expectAnswer(page, 422)
        await press(page.getByRole('button', { name: 'Nhập', exact: true }))
        await page.getByRole('alert').first().waitFor()
      },
    },
    atPerson('person', ''),
    atPerson('person-edit', '/edit'),
    atPerson('person-account', '/account'),
    { name: 'account-created', open: (page) => enterNewcomer(page) },
    atPerson('post-new', '/posts/new'),
    atPerson('charge-new', '/charges/new'),
    atPerson('person-absences', '/absences'),
    atPerson('person-absence-new', '/absences/new'),
    {
      name: 'post-end',
      open: async (page) => {
        await openPerson(page, '')
        await press(page.getByRole('link', { name: /^Kết thúc chức vụ/ }).first())
        await page.getByLabel('Ngày cuối cùng').waitFor()
      },
    },
    {
      name: 'charge-end',
      open: async (page) => {
        await openPerson(page, '')
        await press(page.getByRole('link', { name: /^Kết thúc phụ trách/ }).first())
        await page.getByLabel('Ngày cuối cùng').waitFor()
      },
    },
    at('units', '/admin/units'),
    at('unit-new', '/admin/units/new'),
    atUnit('unit', ''),
    atUnit('unit-end', '/end'),
    at('handovers', '/admin/handovers'),
    at('handover-units', '/admin/handovers/units'),
    {
      name: 'handover-units-preview',
      open: async (page) => {
        await page.goto('/admin/handovers/units')
        const [unit, successor] = [/Đơn vị 1/, /Đơn vị tiếp nhận/].map((name) => page.getByRole('combobox', { name }))
        await pick(unit!, { typed: 'tttt', option: 'Trung tâm Thông tin' })
        await pick(successor!, { typed: 'khtc', option: 'Vụ Kế hoạch - Tài chính' })
        await page.getByLabel('Ngày có hiệu lực').fill('2030-01-01')
        await page.getByLabel('Số, ký hiệu quyết định').fill('21/QĐ-UBDT')
        await page.getByLabel('Ngày quyết định').fill('2026-01-05')
        await press(page.getByRole('button', { name: 'Xem trước' }))
        await page.getByRole('button', { name: 'Ra lệnh chuyển giao' }).waitFor()
        await page.getByText('Chia tách: chọn đơn vị khác').click()
      },
    },
    {
      name: 'handover-units-faulty',
      open: async (page) => {
        await page.goto('/admin/handovers/units')
        await sendFaulty(page, 'Xem trước')
      },
    },
    atPerson('person-handover', '/handover'),
    at('calendar', '/admin/calendar?year=2027'),
    at('calendar-new', '/admin/calendar/new'),
    {
      name: 'calendar-new-faulty',
      open: async (page) => {
        await page.goto('/admin/calendar/new')
        await sendFaulty(page, 'Thêm ngày')
      },
    },
    {
      name: 'calendar-import-looked-at',
      open: async (page) => {
        await page.goto('/admin/calendar/import')
        await sendFile(page, 'Ngày;Loại;Dịp lễ;Theo văn bản\n05/02/2027;Nghỉ;Tết Nguyên đán;Thông báo 1/TB-BNV\n')
        await page.getByRole('button', { name: 'Ghi vào lịch' }).waitFor()
      },
    },
    {
      name: 'calendar-import-faulty',
      open: async (page) => {
        await page.goto('/admin/calendar/import')
        expectAnswer(page, 422)
        await sendFile(page, 'Ngày;Loại;Dịp lễ;Theo văn bản\n06/02/2027;Nghỉ;;Thông báo 1/TB-BNV\n')
        await page.getByRole('alert').first().waitFor()
      },
    },
    at('audit', '/admin/audit'),
    at('operations', '/admin/operations'),
    at('read-only', '/admin/operations/read-only'),
    at('reminders', '/admin/reminders'),
    at('notices', '/admin/notices'),
    at('reminders-new', '/admin/reminders/new'),
    {
      name: 'reminders-version',
      open: async (page) => {
        await page.goto('/admin/reminders/new')
        await press(page.getByRole('button', { name: 'Lưu thành phiên bản mới' }))
        await page.getByText('Thử trên việc đã qua').waitFor()
      },
    },
    at('grants', '/admin/grants'),
    at('second-factor-roles', '/admin/second-factor'),
  ],
}

/** The main screens again, in the second language. */
export const englishScreensOf: Record<string, Screen[]> = {
  '': [at('sign-in', '/sign-in'), answered('not-found', 404, '/no-such-page')],
  tonghop1: [
    at('my-work-informed', '/my-work/informed'),
    at('my-work-receipt', '/my-work/receipt'),
    at('directives', '/directives'),
    at('directive-new', '/directives/new'),
    ofOffice('directive', ({ directive }) => directive),
    at('series', '/series'),
    ofOffice('series-new', ({ directive }) => `${directive}/series/new`),
    ofOffice('series-running', ({ series }) => series),
    ofOffice('directive-source', ({ draftDirective }) => `${draftDirective}/source`),
    at('tasks', '/tasks?state=inProgress'),
    ofOffice('task-draft-edit', ({ draft }) => `${draft}/draft`),
    ofOffice('task-completed', ({ completed }) => completed),
    ofOffice('task-restricted', ({ restricted }) => restricted),
    ofOffice('act-not-open', ({ completed }) => `${completed}/acts/revoke`),
    ofOffice('task-supported', ({ supported }) => supported),
    ofOffice('task-change-due-day', ({ supported }) => `${supported}/acts/changeDueDay`),
  ],
  chunhiem: [
    at('my-work-review', '/my-work/review'),
    ofOffice('task-awaiting', ({ awaiting }) => awaiting),
    ofOffice('task-send-back', ({ awaiting }) => `${awaiting}/acts/sendBack`),
    answered('administration-forbidden', 403, '/admin/people'),
  ],
  'chuyenvien1.tttt': [
    at('my-work-processing', '/my-work/processing'),
    ofOffice('task-delegated', ({ delegated }) => delegated),
    at('account', '/account'),
    at('account-absence-new', '/account/absences/new'),
  ],
  'pho.khtc': [at('my-work-of-substitute', '/my-work/receipt'), at('account-absences', '/account/absences')],
  quantri: [
    at('people', '/admin/people'),
    at('person-new', '/admin/people/new'),
    at('people-import', '/admin/people/import'),
    atPerson('person', ''),
    atPerson('person-account', '/account'),
    atPerson('post-new', '/posts/new'),
    atPerson('charge-new', '/charges/new'),
    at('units', '/admin/units'),
    at('unit-new', '/admin/units/new'),
    atUnit('unit', ''),
    at('audit', '/admin/audit'),
  ],
}
