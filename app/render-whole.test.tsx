import { expect, test } from 'vitest'
import { renderWhole } from './render-whole.ts'

test('a page that cannot be rendered is an error for whoever asked, and no end of the process', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => void unhandled.push(error)
  process.on('unhandledRejection', note)
  await expect(renderWhole(<Broken />, 'nonce')).rejects.toThrow('no title')
  await new Promise((later) => setTimeout(later, 20))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

test('preloads carry the nonce of the page', async () => {
  const html = await renderWhole(<link rel="modulepreload" href="/a.js" />, 'abc')
  expect(html).toContain('<link nonce="abc" rel="modulepreload"')
})

function Broken(): never {
  throw new Error('no title')
}

test('writes Vietnamese whole, wherever a buffer of the renderer ends', async () => {
  const words = 'Không thời hạn, đã đến hạn báo cáo kết quả'
  const pages = Array.from({ length: 20 }, (_, shift) => (
    <ul title={'x'.repeat(shift)}>
      {Array.from({ length: 400 }, (_, index) => (
        <li key={index}>{words}</li>
      ))}
    </ul>
  ))
  for (const page of pages) {
    const html = await renderWhole(page, 'nonce')
    expect(html).not.toContain('\0')
    expect(html.split(words)).toHaveLength(401)
  }
})
