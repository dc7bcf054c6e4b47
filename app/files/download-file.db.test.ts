import { Readable } from 'node:stream'
import { v7 as newId } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { fileStore } from '#app/platform/storage.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { enteredDirective, handedTask } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { attachFiles } from './attach-files.server.ts'
import { downloadFile } from './download-file.server.ts'
import { downloadResponse } from './download-response.server.ts'
import type { ReceivedFile } from './receive-form.server.ts'

const NAME = 'Báo cáo "quý III" – bản đ;1.txt'
const TEXT = 'Kính gửi: Bộ trưởng, Chủ nhiệm'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})

test('a file on a task is for whoever may see the task, and for others it is not there', async () => {
  const { taskId } = await handedTask(office)
  const versionId = await attachedTo({ subjectId: taskId })

  for (const username of ['tonghop1', 'chunhiem', 'truong.tttt', 'chuyenvien1.tttt']) {
    expect((await downloadAs(username, versionId)).name, username).toBe(NAME)
  }
  for (const username of ['truong.khtc', 'chuyenvien2.tttt', 'quantri']) {
    await expect(downloadAs(username, versionId), username).rejects.toThrow(NotFound)
  }
})

test('a file on a part of a task is for whoever may see the whole', async () => {
  const { handedId } = await handedTask(office)
  const versionId = await attachedTo({ subjectId: handedId })

  expect((await downloadAs('tonghop1', versionId)).name).toBe(NAME)
  await expect(downloadAs('quantri', versionId)).rejects.toThrow(NotFound)
})

test('a file on a directive is for whoever may see one of its tasks', async () => {
  const { directiveId } = await enteredDirective(office)
  const versionId = await attachedTo({ directiveId })

  expect((await downloadAs('tonghop1', versionId)).name).toBe(NAME)
  for (const username of ['truong.tttt', 'quantri']) {
    await expect(downloadAs(username, versionId), `${username}, while it is a draft`).rejects.toThrow(NotFound)
  }
})

test('what is not there and what is no id are answered alike', async () => {
  await expect(downloadAs('tonghop1', newId())).rejects.toThrow(NotFound)
  await expect(downloadAs('tonghop1', "' or 1=1 --")).rejects.toThrow(NotFound)
})

test('a download is written down, a refused one is not', async () => {
  const { directiveId } = await enteredDirective(office)
  const versionId = await attachedTo({ directiveId })
  await downloadAs('tonghop1', versionId)
  await expect(downloadAs('quantri', versionId)).rejects.toThrow(NotFound)

  const written = await db.auditEntry.findMany({
    where: { kind: 'fileDownloaded', details: { path: ['fileVersionId'], equals: versionId } },
  })
  expect(written).toMatchObject([{ actorId: office.actor('tonghop1').personId, address: '192.0.2.7' }])
})

test('the answer is saved under its true name and never shown on our address', async () => {
  const { directiveId } = await enteredDirective(office)
  const file = await downloadAs('tonghop1', await attachedTo({ directiveId }))

  const response = downloadResponse(file, new AbortController().signal)

  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'text/plain',
    'content-length': String(Buffer.byteLength(TEXT)),
    'content-disposition':
      'attachment; filename="Bao cao _quy III_ _ ban d;1.txt"; ' +
      "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%20III%22%20%E2%80%93%20b%E1%BA%A3n%20%C4%91%3B1.txt",
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store, no-transform',
  })
  expect(await response.text()).toBe(TEXT)
})

test('a reader who leaves does not keep the file open', async () => {
  const { directiveId } = await enteredDirective(office)
  const file = await downloadAs('tonghop1', await attachedTo({ directiveId }))
  const leaving = new AbortController()
  const content = file.content(leaving.signal)
  content.on('error', () => undefined)

  leaving.abort()

  await new Promise((closed) => content.once('close', closed))
  expect(content.destroyed).toBe(true)
})

function downloadAs(username: string, versionId: string) {
  const actor = office.actor(username)
  return downloadFile({
    versionId,
    reader: { personId: actor.personId, organId: actor.organId, principals: principalsOf(actor) },
    address: '192.0.2.7',
    at: new Date(),
  })
}

async function attachedTo(place: { subjectId: string } | { directiveId: string }): Promise<string> {
  const content = await fileStore.receive(Readable.from([Buffer.from(TEXT)]))
  await fileStore.keep(content)
  const file: ReceivedFile = { fieldName: 'files', name: NAME, mediaType: 'text/plain', ...content }
  const addedById = office.actor('tonghop1').personId
  await transaction('attach', (tx) => attachFiles(tx, { files: [file], addedById, at: new Date(), ...place }))
  const { versions } = await db.file.findFirstOrThrow({ where: place, include: { versions: true } })
  return versions[0]!.id
}
