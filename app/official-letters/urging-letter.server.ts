import { worksAs } from '#app/absences/works-as.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { dueSoonUntil } from '#app/directives/due-soon.server.ts'
import { isTimely } from '#app/directives/timeliness-sql.server.ts'
import { shortDue } from '#app/due-days/due-words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { officeTime } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { type Day, daysBetween } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { writeLetter } from './letter.server.ts'

interface LateTask {
  symbol: string | null
  signedOn: Day | null
  content: string
  isLead: boolean
  dueOn: Day
  dueHour: Hour | null
}

/**
 * A letter that urges a unit (công văn đôn đốc), listing what it is late with, as lead or as supporting unit, among the tasks the
 * reader may see. In Vietnamese whatever the language of the screen: it is a document of the office.
 *
 * @throws Refused for who is neither a leader nor of the secretariat, or when nothing is late; NotFound when there is no such unit
 */
export async function writeUrgingLetter({ unitId, by, at }: { unitId: string; by: Actor; at: Date }) {
  if (!worksAs(by, 'SECRETARIAT', 'LEADER')) throw new Refused('officialLetters:errors.notUrging')
  const seen = officeTime(at)
  const { today } = seen
  const unit = await db.unit.findFirst({ where: { id: unitId, organId: by.organId }, include: { organ: true } })
  if (!unit) throw new NotFound()
  const late = await lateTasks(unitId, by, seen)
  if (late.length === 0) throw new Refused('officialLetters:errors.nothingLate')
  await recordAudit(db, {
    organId: by.organId,
    actorId: by.personId,
    kind: 'listExported',
    details: { list: 'urgingLetter', unitId },
    at,
  })
  const { organ } = unit
  return writeLetter({
    parentOrgan: null,
    organ: organ.name,
    symbol: `${organ.abbreviation}-VP`,
    place: '……………',
    day: today,
    subject: 'đôn đốc thực hiện nhiệm vụ quá hạn',
    addressee: unit.name,
    paragraphs: [
      `Qua theo dõi, đến hết ngày ${formatDay(today)}, ${unit.name} còn ${late.length} nhiệm vụ quá hạn chưa hoàn thành theo danh sách dưới đây.`,
    ],
    table: {
      columns: [
        { head: 'STT', parts: 6 },
        { head: 'Văn bản giao', parts: 20 },
        { head: 'Nội dung nhiệm vụ', parts: 40 },
        { head: 'Vai trò', parts: 12 },
        { head: 'Hạn', parts: 13 },
        { head: 'Số ngày quá hạn', parts: 9 },
      ],
      rows: late.map(({ symbol, signedOn, content, isLead, dueOn, dueHour }, index) => [
        String(index + 1),
        [symbol, signedOn && `ngày ${formatDay(signedOn)}`].filter(Boolean).join(' '),
        content,
        isLead ? 'Chủ trì' : 'Phối hợp',
        shortDue(dueOn, dueHour),
        String(daysBetween(dueOn, today)),
      ]),
    },
    closing: [
      `Đề nghị ${unit.name} khẩn trương thực hiện, báo cáo kết quả và nêu rõ lý do chậm đối với từng nhiệm vụ trên hệ thống.`,
    ],
    recipients: ['Như trên', 'Lãnh đạo cơ quan (để báo cáo)', 'Lưu: VT, VP'],
    signer: { capacity: 'TL.', title: '(chức vụ người ký)' },
  })
}

function lateTasks(unitId: string, by: Actor, seen: ReturnType<typeof officeTime>): Promise<LateTask[]> {
  const isLate = isTimely('OVERDUE', { ...seen, dueSoonUntil: dueSoonUntil(seen.today) })
  return db.$queryRaw<LateTask[]>`
    select directive.symbol, directive.signed_on::text as "signedOn", task.content, assignment.role = 'LEAD' as "isLead",
      deadline.due_on::text as "dueOn", deadline.due_hour as "dueHour"
    from assignment
    join subject on subject.id = assignment.id and subject.parent_id = subject.root_id
    join deadline on deadline.subject_id = assignment.id
    join task on task.id = subject.root_id
    join directive on directive.id = task.directive_id
    where assignment.unit_id = ${unitId}::uuid and ${isLate} and ${visibleTo(principalsOf(by), Prisma.sql`task.id`)}
    order by deadline.due_on, task.id`
}
