import { foldVietnamese } from '#app/i18n/fold.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import { principalsOf } from '#workflows/actor.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'

export interface ChangeContent extends AskedOfSubject {
  /** Never null: the revision is what makes sure that the content kept as the former one is the one that was replaced. */
  revision: number
  content: string
  reason: string
}

/**
 * Says otherwise what is to be done, while it is being done; the content as it was stays with the step.
 *
 * @throws as `act`, and Refused when the content is the same
 */
export async function changeContent({ content, reason, ...asked }: ChangeContent): Promise<ActOutcome> {
  const { subjectId, by } = asked
  const task = await db.task.findFirst({
    where: { id: subjectId, subject: { participants: { some: { principal: { in: principalsOf(by) } } } } },
    select: { content: true },
  })
  if (!task) throw new NotFound()
  return act({
    ...asked,
    event: { type: 'changeContent', content, formerContent: task.content, reason },
    alongside: async (tx) => {
      if (content === task.content) throw new Refused('directives:errors.contentIsTheSame')
      await tx.task.update({ where: { id: subjectId }, data: { content } })
      const searchText = foldVietnamese(content)
      await tx.subject.update({ where: { id: subjectId }, data: { title: content, searchText } })
    },
  })
}
