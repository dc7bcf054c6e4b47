import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { translatorFor } from '#app/i18n/translator.server.ts'
import type { Findings } from './findings.ts'
import { LeftOutRows } from './findings-report.tsx'

const taken: Findings = {
  faults: [{ row: 7, column: 10, code: 'unknownUnit', values: { text: 'Vụ Không Có' } }],
  faultCount: 1,
  faultyRows: 1,
  freshCount: 12,
  knownRows: [],
  knownCount: 0,
  directives: [],
  directiveCount: 0,
}

test('of a workbook that was taken, the rows left out are told with what was wrong; where there are none, nothing is', () => {
  const html = render(taken)
  expect(html).toContain('1 dòng có lỗi không được nhập.')
  expect(html).toMatch(/Dòng 7.*J.*Không có đơn vị “Vụ Không Có”\./)
  expect(render({ ...taken, faults: [], faultCount: 0, faultyRows: 0 })).toBe('')
})

function render(findings: Findings): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={translatorFor('vi')}>
      <LeftOutRows findings={findings} />
    </I18nextProvider>,
  )
}
