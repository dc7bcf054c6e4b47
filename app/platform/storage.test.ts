import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileStore, type FileStore } from './storage.server.ts'

const LONG_AGO = new Date('2021-01-01T00:00:00Z')
const YESTERDAY = new Date(Date.now() - 24 * 3600 * 1000)

let folder: string
let store: FileStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
  store = createFileStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

test('content lies under its own sum and is read back as it came', async () => {
  const received = await store.receive(chunks('Kết luận ', 'cuộc họp'))
  await store.keep(received)

  const sum = sumOf('Kết luận cuộc họp')
  expect(received).toMatchObject({ sha256: sum, bytes: Buffer.byteLength('Kết luận cuộc họp') })
  expect(await filesUnder(folder)).toEqual([`${sum.slice(0, 2)}/${sum.slice(2, 4)}/${sum}`])
  expect(await textOf(store, sum)).toBe('Kết luận cuộc họp')
})

test('the same content is stored once', async () => {
  for (let time = 0; time < 3; time += 1) await store.keep(await store.receive(chunks('same')))

  expect(await filesUnder(folder)).toHaveLength(1)
})

test('an upload that breaks off leaves nothing', async () => {
  await expect(store.receive(breakingOff('half'))).rejects.toThrow('line lost')

  expect(await filesUnder(folder)).toEqual([])
})

test('discarded content leaves nothing', async () => {
  await store.discard(await store.receive(chunks('unwanted')))

  expect(await filesUnder(folder)).toEqual([])
})

test('content that was changed on the disk does not verify, nor does what is not there', async () => {
  const sum = await keep('to be changed')
  expect(await store.verify(sum)).toBe(true)

  await writeFile(placeOf(sum), 'changed')

  expect(await store.verify(sum)).toBe(false)
  expect(await store.verify('0'.repeat(64))).toBe(false)
})

test('nothing but a sum leads into the store', () => {
  expect(() => store.read('../../etc/passwd')).toThrow('Not a sha-256')
})

test('the sweep removes what is old and named by nobody, and what broken uploads left', async () => {
  const forgotten = await keep('forgotten', LONG_AGO)
  const named = await keep('named', LONG_AGO)
  const young = await keep('young')
  const broken = await store.receive(chunks('broken'))
  await utimes(broken.path, LONG_AGO, LONG_AGO)

  const removed = await store.sweep({ olderThan: YESTERDAY, isNamed: async () => new Set([named]) })

  expect(removed).toBe(2)
  expect(await store.verify(forgotten)).toBe(false)
  expect(await store.verify(named)).toBe(true)
  expect(await store.verify(young)).toBe(true)
  expect(await filesUnder(folder)).toHaveLength(2)
})

test('content that a form keeps while the sweep looks at it stays', async () => {
  const sum = await keep('kept again', LONG_AGO)
  const isNamed = async () => {
    await keep('kept again')
    return new Set<string>()
  }

  expect(await store.sweep({ olderThan: YESTERDAY, isNamed })).toBe(0)

  expect(await textOf(store, sum)).toBe('kept again')
})

test('what a killed sweep had moved aside is put back and judged anew', async () => {
  const sum = sumOf('moved aside')
  await keep('moved aside')
  await mkdir(join(folder, 'leaving'), { recursive: true })
  await rename(placeOf(sum), join(folder, 'leaving', sum))

  await store.sweep({ olderThan: YESTERDAY, isNamed: async () => new Set() })

  expect(await store.verify(sum)).toBe(true)
})

async function keep(text: string, at?: Date): Promise<string> {
  const received = await store.receive(chunks(text))
  await store.keep(received)
  if (at) await utimes(placeOf(received.sha256), at, at)
  return received.sha256
}

function placeOf(sum: string): string {
  return join(folder, sum.slice(0, 2), sum.slice(2, 4), sum)
}

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function* breakingOff(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
  throw new Error('line lost')
}

async function textOf(from: FileStore, sum: string): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of from.read(sum)) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
