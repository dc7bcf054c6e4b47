import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BadInput, TooLarge } from '#app/platform/errors.ts'
import { createFileStore, type FileStore } from '#app/platform/storage.server.ts'
import { DOCX, EXE, PDF } from '#test/factories/office-files.ts'
import { FORM_LIMITS, receiveForm } from './receive-form.server.ts'
import type { FormLimits } from './read-form.server.ts'
import { rejectionErrors } from './rejected-file.ts'

const MEBIBYTE = 1024 * 1024

let folder: string
let store: FileStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forms-'))
  store = createFileStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

test('texts and files come apart, in the order of the form', async () => {
  const form = new FormData()
  form.append('content', 'Rà soát, đề xuất\nphương án')
  form.append('product', new File([PDF], 'Báo cáo.pdf', { type: 'application/pdf' }))
  form.append('product', new File([DOCX], 'Phụ lục.docx'))
  form.append('unit', 'a')
  form.append('unit', 'b')

  const received = await receive(form)

  expect([...received.fields]).toEqual([
    ['content', 'Rà soát, đề xuất\r\nphương án'],
    ['unit', 'a'],
    ['unit', 'b'],
  ])
  expect(received.files).toMatchObject([
    { fieldName: 'product', name: 'Báo cáo.pdf', bytes: PDF.length, mediaType: 'application/pdf' },
    { fieldName: 'product', name: 'Phụ lục.docx', bytes: DOCX.length },
  ])
  expect(await store.verify(received.files[0]!.sha256)).toBe(true)
  expect(await stored()).toHaveLength(2)
})

test('a file input left empty is no file', async () => {
  const form = new FormData()
  form.append('product', new File([], ''))
  form.append('content', 'x')

  const received = await receive(form)

  expect(received).toMatchObject({ files: [], rejected: [] })
  expect(received.fields.get('content')).toBe('x')
})

test('one refused file is named beside its input, the words stay, and nothing is stored', async () => {
  const form = new FormData()
  form.append('product', new File([PDF], 'tốt.pdf'))
  form.append('product', new File([EXE], '../báo cáo\u202E.pdf'))
  form.append('annex', new File([], 'rỗng.docx'))
  form.append('content', 'đã nhập')

  const received = await receive(form)

  expect(received.fields.get('content')).toBe('đã nhập')
  expect(received.files).toEqual([])
  expect(received.rejected).toEqual([
    { fieldName: 'product', name: 'báo cáo.pdf', reason: 'mismatch' },
    { fieldName: 'annex', name: 'rỗng.docx', reason: 'empty' },
  ])
  expect(rejectionErrors(received.rejected)).toEqual({
    product: [expect.stringMatching(/^files:rejected.mismatch\?name=/)],
    annex: [expect.stringMatching(/^files:rejected.empty\?name=/)],
  })
  expect(await stored()).toEqual([])
})

test('a file that is too large is refused and the form is read to its end', async () => {
  const form = new FormData()
  form.append('product', new File([PDF, Buffer.alloc(MEBIBYTE)], 'lớn.pdf'))
  form.append('content', 'sau tệp')

  const received = await receive(form, { ...FORM_LIMITS, bytesPerFile: MEBIBYTE })

  expect(received.rejected).toEqual([{ fieldName: 'product', name: 'lớn.pdf', reason: 'tooLarge', most: 1 }])
  expect(received.fields.get('content')).toBe('sau tệp')
  expect(await stored()).toEqual([])
})

test('too many files, or too much in all, are refused by name', async () => {
  const form = new FormData()
  for (const name of ['1.pdf', '2.pdf', '3.pdf']) form.append('product', new File([PDF, Buffer.alloc(MEBIBYTE)], name))

  const tooMany = await receive(form, { ...FORM_LIMITS, files: 2 })
  const tooMuch = await receive(form, { ...FORM_LIMITS, bytesOfAllFiles: 2 * MEBIBYTE + 200 })

  expect(tooMany.rejected).toEqual([{ fieldName: 'product', name: '3.pdf', reason: 'tooMany', most: 2 }])
  expect(tooMuch.rejected).toMatchObject([{ name: '3.pdf', reason: 'tooMuch' }])
  expect(await stored()).toEqual([])
})

test('an upload that breaks off is said so and leaves nothing', async () => {
  const whole = await bytesOf(formWithFile())
  const half = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(whole.body.subarray(0, whole.body.length - 100))
      controller.error(new Error('aborted'))
    },
  })
  const ended = whole.body.subarray(0, whole.body.length - 100)

  for (const body of [half, ended]) {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: whole.headers,
    })
    await expect(receiveForm(request, FORM_LIMITS, store)).rejects.toThrow(BadInput)
  }

  expect(await stored()).toEqual([])
})

test('a browser that goes away in the middle leaves nothing, and no file open', async () => {
  const { promise: outcome, resolve: settle } = Promise.withResolvers<unknown>()
  const server = createServer((request) => {
    const body = createReadableStreamFromReadable(request)
    const headers = { 'content-type': request.headers['content-type']! }
    const received = new Request('http://localhost/', { method: 'POST', body, duplex: 'half', headers })
    receiveForm(received, FORM_LIMITS, store).then(settle, settle)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const { headers, body } = await bytesOf(formWithFile())
  const browser = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    headers: { ...headers, 'content-length': body.length },
  })
  browser.on('error', () => undefined)
  browser.write(body.subarray(0, 2 * MEBIBYTE), () => browser.destroy())

  expect(await outcome).toBeInstanceOf(BadInput)
  expect(await stored()).toEqual([])
  await new Promise((closed) => server.close(closed))
})

test('a store that fails is a fault, not a broken upload, and does not hang', async () => {
  const full: FileStore = { ...store, receive: () => Promise.reject(new Error('disk full')) }
  const form = new FormData()
  form.append('product', new File([PDF, Buffer.alloc(MEBIBYTE)], 'a.pdf'))

  const request = new Request('http://localhost/', { method: 'POST', body: form })
  await expect(receiveForm(request, FORM_LIMITS, full)).rejects.toThrow('disk full')
})

test.each<[string, Partial<FormLimits>]>([
  ['a text that is too long', { bytesPerText: 10 }],
  ['too many texts', { texts: 1 }],
  ['too much text in all', { bytesOfAllTexts: 30 }],
])('%s is more than a form of ours sends', async (_what, limits) => {
  const form = formWithFile()
  form.append('content', 'a text of more than ten')
  form.append('reason', 'another')

  await expect(receive(form, { ...FORM_LIMITS, ...limits })).rejects.toThrow(TooLarge)

  expect(await stored()).toEqual([])
})

test('a form without files may come in the shorter encoding', async () => {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: new URLSearchParams({ content: 'Đôn đốc', empty: '' }),
  })

  const { fields } = await receiveForm(request, FORM_LIMITS, store)

  expect([...fields]).toEqual([
    ['content', 'Đôn đốc'],
    ['empty', ''],
  ])
})

test('a body that is no form is refused', async () => {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })

  await expect(receiveForm(request, FORM_LIMITS, store)).rejects.toThrow(BadInput)
})

test('a large file comes through whole, in pieces', async () => {
  const head = `--x\r\ncontent-disposition: form-data; name="product"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  async function* body() {
    yield Buffer.concat([Buffer.from(head), PDF])
    for (let sent = 0; sent < 45; sent += 1) yield Buffer.alloc(MEBIBYTE)
    yield Buffer.from(`\r\n--x--\r\n`)
  }
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: Readable.toWeb(Readable.from(body())),
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  } as RequestInit)

  const { files, rejected } = await receiveForm(request, FORM_LIMITS, store)

  expect(rejected).toEqual([])
  expect(files[0]!.bytes).toBe(PDF.length + 45 * MEBIBYTE)
})

function receive(form: FormData, limits: FormLimits = FORM_LIMITS) {
  return receiveForm(new Request('http://localhost/', { method: 'POST', body: form }), limits, store)
}

function formWithFile(): FormData {
  const form = new FormData()
  form.append('product', new File([PDF, Buffer.alloc(3 * MEBIBYTE)], 'a.pdf'))
  return form
}

async function bytesOf(form: FormData) {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const headers = { 'content-type': request.headers.get('content-type')! }
  return { headers, body: new Uint8Array(await request.arrayBuffer()) }
}

async function stored(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}
