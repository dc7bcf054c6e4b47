import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '#app/platform/db.server.ts'
import { createFileStore } from '#app/platform/storage.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { enteredDirective } from '#test/factories/directives.ts'
import { attachFiles } from './attach-files.server.ts'
import { sweepFiles } from './sweep-files.server.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sweep-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('after a day, content that no file names goes; what a file names stays for ever', async () => {
  const office = await demoOffice()
  const { directiveId } = await enteredDirective(office)
  const store = createFileStore(folder)
  const [named, forgotten] = await Promise.all([keep('named'), keep('forgotten')])
  const file = { fieldName: 'files', name: 'a.txt', mediaType: 'text/plain', ...named }
  const addedById = office.actor('tonghop1').personId
  await transaction('attach', (tx) => attachFiles(tx, { files: [file], directiveId, addedById, at: new Date() }))

  await sweepFiles(new Date(), store)
  expect(await store.verify(forgotten.sha256)).toBe(true)

  for (const { sha256 } of [named, forgotten]) {
    await utimes(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), new Date(0), new Date(0))
  }
  await sweepFiles(new Date(), store)
  expect(await store.verify(forgotten.sha256)).toBe(false)
  expect(await store.verify(named.sha256)).toBe(true)

  async function keep(text: string) {
    const content = await store.receive(Readable.from([Buffer.from(text)]))
    await store.keep(content)
    return content
  }
})
