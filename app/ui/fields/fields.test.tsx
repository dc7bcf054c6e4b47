import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { unboundField } from './bound-field.ts'
import { Combobox } from './combobox.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { TextField } from './text-field.tsx'

describe('a field', () => {
  const wrong = { ...unboundField('content', 'Báo cáo'), errors: ['field.tooLong?maximum=3'] }

  test('points its input to its hint and its error', () => {
    const html = render(<TextField field={wrong} label="Nội dung" hint="Nguyên văn" />)
    expect(html).toContain('aria-describedby="content-error content-hint"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toMatch(/<p id="content-hint"[^>]*>Nguyên văn</)
    expect(html).toMatch(/<p id="content-error"[^>]*>Không quá 3 ký tự\.</)
    expect(html).toContain('<label for="content"')
  })

  test('shows again what was typed, but never a password', () => {
    expect(render(<TextField field={wrong} label="Nội dung" />)).toContain('value="Báo cáo"')
    expect(render(<TextField field={wrong} label="Mật khẩu" type="password" />)).not.toContain('Báo cáo')
  })
})

test('without script a combobox is a native list of everything, with the value chosen', () => {
  const options = [
    { value: 'a', label: 'Văn phòng' },
    { value: 'b', label: 'Vụ Pháp chế' },
  ]
  const html = render(<Combobox field={unboundField('unit', 'b')} label="Đơn vị" options={options} />)
  expect(html).toContain('<select')
  expect(html).toContain('<option value="b" selected="">Vụ Pháp chế</option>')
})

describe('the error summary', () => {
  test('leads to each field by the name the screen gives it', () => {
    const form = { id: 'task', allErrors: { content: ['field.required'], '': ['changedByAnother'] } }
    const html = render(<ErrorSummary form={form} labelOf={() => 'Nội dung'} />)
    expect(html).toContain('<a href="#task-content"')
    expect(html).toContain('Nội dung: Mục này không được để trống.')
    expect(html).toContain('Nội dung này vừa được người khác thay đổi.')
    expect(html).toContain('autofocus')
  })

  test('is not there when nothing is wrong', () => {
    expect(render(<ErrorSummary form={{ id: 'task', allErrors: {} }} labelOf={String} />)).toBe('')
  })
})

function render(element: ReactElement): string {
  return renderToStaticMarkup(<I18nextProvider i18n={translatorFor('vi')}>{element}</I18nextProvider>)
}
