import { foldVietnamese } from '#app/i18n/fold.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { spelledField } from './charged-fields.server.ts'
import { supporterColumns, timeColumns } from './enter-directive.server.ts'
import { countedDueRule, type EditedTask, saidDueHour } from './forms.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'
import { checkTaskPeople } from './task-people.server.ts'

/** Changes a task that is still a draft. @throws as `act`, and Refused when a person chosen has no such post today */
export function editTask({ task, ...asked }: AskedOfSubject & { task: EditedTask }): Promise<ActOutcome> {
  return act({
    ...asked,
    event: { type: 'edit' },
    amend: async (tx) => {
      const { organId } = asked.by
      const supportUnitIds = (task.supporters ?? []).map(({ unitId }) => unitId)
      const chosen = { ...task, organId, leadUnitIds: [task.leadUnitId], supportUnitIds }
      const today = officeDay(asked.at)
      await checkTaskPeople(tx, chosen, today)
      const field = await spelledField(tx, { field: task.field, organId, today })
      await rewriteTask(tx, asked.subjectId, task, field)
    },
  })
}

async function rewriteTask(tx: Transaction, id: string, task: EditedTask, field: string | null): Promise<void> {
  const { content, expectedProduct, urgency, directingLeaderId, leadUnitId, followerId, restricted } = task
  const namedPersonIds = restricted ? task.namedPersonIds : []
  await tx.task.update({
    where: { id },
    data: {
      content,
      expectedProduct: expectedProduct ?? null,
      urgency,
      field,
      directingLeaderId,
      leadUnitId,
      followerId,
      namedPersonIds,
      ...timeColumns(task),
      ...(countedDueRule(task) ? {} : { dueRule: Prisma.DbNull }),
    },
  })
  const dueOn = task.dueOn ?? null
  const supporters = (task.supporters ?? []).map((supporter) => ({ ...supporter, dueOn: supporter.dueOn ?? dueOn }))
  await tx.taskSupporter.deleteMany({ where: { taskId: id } })
  await tx.taskSupporter.createMany({ data: supporterColumns(id, supporters) })
  await tx.$executeRaw`
    with renamed as (
      update subject set title = ${content}, search_text = ${foldVietnamese(content)}, restricted = ${restricted}
      where id = ${id}::uuid
    ), open_ended as (
      delete from deadline where subject_id = ${id}::uuid and ${dueOn}::date is null
    )
    insert into deadline (subject_id, rule, due_on, due_hour)
    select ${id}::uuid, '{"kind":"FIXED_DAY"}', ${dueOn}::date, ${saidDueHour(task)}::text where ${dueOn}::date is not null
    on conflict (subject_id) do update set due_on = excluded.due_on, due_hour = excluded.due_hour`
}
