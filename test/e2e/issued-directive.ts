import type { Page } from 'playwright-core'
import { press } from './browser.ts'
import { inDays } from './days.ts'
import { enterDirective, type EnteredDirective } from './directive-form.ts'

/** The tasks of a signed source, entered and issued by the secretariat's standing duty; all are the information centre's. */
export async function issueAll(
  secretary: Page,
  contents: string[],
  more: Pick<EnteredDirective, 'named' | 'outside'> = {},
): Promise<string> {
  const directive = await enterDirective(secretary, {
    subject: `Thông báo kết luận: ${contents[0]}`,
    signed: { symbol: '35/TB-UBDT', signedOn: inDays(-3), signer: 'Bộ trưởng, Chủ nhiệm' },
    tasks: contents.map((content) => ({ content, typed: 'tttt', unit: 'Trung tâm Thông tin', dueOn: inDays(45) })),
    ...more,
  })
  await press(secretary.getByRole('button', { name: `Giao ${contents.length} nhiệm vụ` }))
  await secretary.getByText('Đã giao các nhiệm vụ.').waitFor()
  return directive
}
