import type { Page } from 'playwright-core'
import { PDF } from '#test/factories/office-files.ts'
import {
  accept,
  addSupporter,
  giveBack,
  grantExtension,
  handOn,
  passUp,
  receive,
  report,
  reportProgress,
  requestExtension,
  revoke,
  suspend,
  urge,
} from './acts.ts'
import { press, signedInAs } from './browser.ts'
import { inDays } from './days.ts'
import { enterDirective } from './directive-form.ts'
import { issueAll } from './issued-directive.ts'
import { enterNewcomer, type Newcomer } from './newcomer.ts'
import { openTask } from './on-screen.ts'
import { enterSeries, issueSeries } from './series-form.ts'

/** Paths of tasks of the information centre, one in each state, and of their directives. */
export interface BusyOffice extends UnitsAtWork {
  directive: string
  draftDirective: string
  draft: string
  assigned: string
  received: string
  /** Handed on to the first officer, who has reported progress. */
  delegated: string
  /** The first officer has reported to the head. */
  reported: string
  awaiting: string
  completed: string
  revoked: string
  restricted: string
  /** Recurring duties of the information centre: one that runs, with a period opened, and a draft. */
  series: string
  draftSeries: string
  /** Has not used the code yet. */
  newcomer: Newcomer
}

/** What happens between units, and between them and the assigner. */
interface UnitsAtWork {
  /** Urged, put off once, and asked to be put off again; the planning department supports it and has reported. */
  supported: string
  /** Given back by the unit. */
  returned: string
  suspended: string
  fromOutside: string
}

const CONTENTS = {
  assigned: 'Lập danh mục thiết bị mạng cần thay trong năm tới',
  received: 'Rà soát bản quyền phần mềm trên máy trạm của các đơn vị',
  delegated: 'Kết nối hệ thống báo cáo với cơ quan công tác dân tộc của các tỉnh, báo cáo lãnh đạo từng tháng',
  reported: 'Xây dựng quy chế vận hành trung tâm dữ liệu',
  awaiting: 'Đánh giá an toàn thông tin của trang thông tin điện tử',
  completed: 'Tổ chức tập huấn sử dụng phần mềm quản lý văn bản',
  revoked: 'Khảo sát nhu cầu trang bị máy quét',
  supported: 'Xây dựng phương án kinh phí vận hành hệ thống thông tin công tác dân tộc',
  returned: 'Tổng hợp số liệu hộ nghèo vùng dân tộc thiểu số',
  suspended: 'Nâng cấp hệ thống hội nghị truyền hình',
} as const

const RESTRICTED = 'Rà soát quyền vào trung tâm dữ liệu của người đã chuyển công tác'

const FROM_OUTSIDE = 'Báo cáo Thủ tướng Chính phủ về hạ tầng thông tin vùng đồng bào dân tộc thiểu số'
const SUPPORTER = 'Vụ Kế hoạch - Tài chính'

/** Brings tasks into each state by the screens themselves. */
export async function busyOffice(): Promise<BusyOffice> {
  const secretary = await signedInAs('tonghop1')
  const directive = await issueAll(secretary, Object.values(CONTENTS))
  const head = await signedInAs('truong.tttt')
  const officer = await signedInAs('chuyenvien1.tttt')
  const receiveAsHead = async (name: keyof typeof CONTENTS) => {
    const path = await openTask(head, { tab: 'Chờ tiếp nhận', content: CONTENTS[name] })
    if (name !== 'assigned') await receive(head)
    return path
  }
  const handToOfficer = async (name: keyof typeof CONTENTS) => {
    const path = await receiveAsHead(name)
    const person = 'Chuyên viên 1 Trung tâm Thông tin'
    await handOn(head, { typed: 'chuyen vien 1', person, dueOn: inDays(20), instruction: 'Báo cáo hằng tuần' })
    await officer.goto(path)
    await receive(officer)
    return path
  }
  const assigned = await receiveAsHead('assigned')
  const received = await receiveAsHead('received')
  const delegated = await handToOfficer('delegated')
  const file = { name: 'danh-sach-ket-noi.pdf', mimeType: 'application/pdf', buffer: PDF }
  await reportProgress(officer, { text: 'Đã nối 12 tỉnh', percent: 25, difficulties: 'Ba tỉnh chưa có đầu mối', file })
  const reported = await handToOfficer('reported')
  await report(officer, { text: 'Dự thảo quy chế' })
  const awaiting = await receiveAsHead('awaiting')
  await passUp(head, { text: 'Báo cáo đánh giá', documentSymbol: '30/BC-TTTT', documentOn: inDays(0), file })
  const completed = await receiveAsHead('completed')
  await passUp(head, { text: 'Đã tập huấn hai lớp' })
  await secretary.goto(completed)
  await accept(secretary)
  const revoked = await receiveAsHead('revoked')
  await secretary.goto(revoked)
  await revoke(secretary, 'Gộp vào kế hoạch mua sắm chung')

  const named = [{ typed: 'pho giam doc', person: 'Phó Giám đốc Trung tâm Thông tin' }]
  await issueAll(secretary, [RESTRICTED], { named })
  const restricted = await openOnlyTask(secretary)

  const parts = await unitsAtWork({ head, secretary, receiveAsHead })

  const series = await enterSeries(secretary, { directive, content: 'Báo cáo hằng tháng về an toàn thông tin' })
  await issueSeries(secretary)
  const draftSeries = await enterSeries(secretary, { directive, content: 'Báo cáo hằng tháng về chữ ký số' })

  const draftDirective = await enterDirective(secretary, {
    subject: 'Kết luận họp giao ban tháng về chuyển đổi số',
    tasks: [{ content: 'Lập kế hoạch chuyển đổi số', typed: 'tttt', unit: 'Trung tâm Thông tin', dueOn: inDays(90) }],
  })
  const draft = await openOnlyTask(secretary)
  return {
    ...{ directive, draftDirective, draft, assigned, received, delegated },
    ...{ reported, awaiting, completed, revoked, restricted },
    ...parts,
    ...{ series, draftSeries },
    newcomer: await enterNewcomer(await signedInAs('quantri')),
  }
}

/** From the page of a directive with one task. */
async function openOnlyTask(page: Page): Promise<string> {
  await press(page.getByRole('table').getByRole('link'))
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()
  return new URL(page.url()).pathname
}

interface Hands {
  head: Page
  secretary: Page
  receiveAsHead: (name: keyof typeof CONTENTS) => Promise<string>
}

async function unitsAtWork({ head, secretary, receiveAsHead }: Hands): Promise<UnitsAtWork> {
  const supported = await receiveAsHead('supported')
  await secretary.goto(supported)
  await addSupporter(secretary, { typed: 'khtc', unit: SUPPORTER })
  await urge(secretary, 'Đề nghị báo cáo tiến độ trước ngày 15 hằng tháng')
  await requestExtension(head, { dueOn: inDays(60), reason: 'Chờ định mức chi của Bộ Tài chính' })
  await secretary.goto(supported)
  await grantExtension(secretary)
  const supporter = await signedInAs('truong.khtc')
  await openTask(supporter, { tab: 'Chờ tiếp nhận', content: CONTENTS.supported })
  await receive(supporter)
  await report(supporter, { text: 'Dự toán kinh phí ba năm' })
  await head.goto(supported)
  await requestExtension(head, { dueOn: inDays(75), reason: 'Định mức chi chưa được ban hành' })
  const returned = await receiveAsHead('returned')
  await giveBack(head, 'Số liệu này thuộc Vụ Tổng hợp')
  const suspended = await receiveAsHead('suspended')
  await secretary.goto(suspended)
  await suspend(secretary, 'Chờ chủ trương đầu tư')
  await issueAll(secretary, [FROM_OUTSIDE], { outside: true })
  const fromOutside = await openTask(head, { tab: 'Chờ tiếp nhận', content: FROM_OUTSIDE })
  return { supported, returned, suspended, fromOutside }
}
