import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { v7 as newId } from 'uuid'
import { db } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { newPerson } from '#test/factories/people.ts'
import { openNoticeStreams } from './notice-streams.server.ts'

/** More than the operating system takes on this kind of socket for a reader that does not read. */
const MOST_MESSAGES = 5000

let office: DemoOffice
let server: Server
let sessionId: string
/** Of what the server sends on the stream that is tested. */
let sending: express.Response | undefined
const streams = openNoticeStreams(
  () => Promise.resolve({ personId: office.actor('truong.tttt').personId, sessionId }),
  {
    beatMilliseconds: 1000,
  },
)
const socketPath = () => join(env.DATA_DIR, 'stream.socket')

beforeAll(async () => {
  office = await demoOffice()
  const { id: loginId } = await db.login.findUniqueOrThrow({ where: { personId: await newPerson() } })
  const session = { loginId, token: newId(), expiresAt: new Date(Date.now() + 3_600_000) }
  sessionId = (await db.loginSession.create({ data: session })).id
  const app = express().use((_request, response, next) => {
    sending = response
    next()
  })
  // A socket in a folder takes some hundred messages and not a hundred thousand, as one to another machine may.
  server = app.get('/notices/stream', streams.handler).listen(socketPath())
  await once(server, 'listening')
})
afterAll(async () => {
  await streams.close()
  server.close()
})

it('for a reader that does not read one message is held at most, and at the next beat it is dropped', async () => {
  const reader = connect({ path: socketPath(), onread: { buffer: Buffer.alloc(16), callback: () => false } })
  reader.write('GET /notices/stream HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await vi.waitFor(() => expect(sending?.headersSent).toBe(true))
  const stream = sending!
  const isDropped = once(stream, 'close')
  let most = 0
  for (let told = 0; told < MOST_MESSAGES && !stream.destroyed; told += 1) {
    await db.$executeRaw`select pg_notify('notice', ${office.actor('truong.tttt').personId})`
    most = Math.max(most, stream.writableLength)
  }
  await isDropped
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(100)
  reader.destroy()
})
