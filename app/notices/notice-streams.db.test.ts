import { once } from 'node:events'
import { type ClientRequest, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { v7 as newId } from 'uuid'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { markAllRead, seenNow } from './mark-read.server.ts'
import { openNoticeStreams } from './notice-streams.server.ts'
import { tell } from './tell.server.ts'

let office: DemoOffice
let server: Server
const streams = openNoticeStreams(async (request) => {
  const [username, sessionId] = (request.headers.get('cookie') ?? '').split('/')
  return username && sessionId ? { personId: office.actor(username).personId, sessionId } : null
})

beforeAll(async () => {
  office = await demoOffice()
  server = express().get('/notices/stream', streams.handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  await streams.close()
  server.close()
})

it('whoever is told, or has read, hears that something changed, and nobody else does', async () => {
  const [head, other] = [await openedBy('truong.tttt'), await openedBy('truong.khtc')]
  // The first time the process listens, everybody looks: what was told before was not heard.
  await vi.waitFor(() => expect(head.changes()).toBe(1), 10_000)
  const { personId } = office.actor('truong.tttt')
  const notices = [1, 2, 3].map((number) => ({
    personId,
    kind: 'urged' as const,
    rootId: null,
    subjectId: null,
    causeKey: `live:${number}`,
    values: {},
    at: new Date(),
  }))
  await transaction('tell', (tx) => tell(tx, notices))
  await vi.waitFor(() => expect(head.changes()).toBe(2), 10_000)
  await markAllRead({ personId, seen: await seenNow(), at: new Date() })
  await vi.waitFor(() => expect(head.changes()).toBe(3), 10_000)
  expect(other.changes()).toBeLessThanOrEqual(1)
  for (const { request } of [head, other]) request.destroy()
})

it('is for whoever is signed in, and a session has no more than a few', async () => {
  expect((await answerTo({})).statusCode).toBe(401)
  const cookie = `truong.vp/${newId()}`
  const opened = await Promise.all(Array.from({ length: 10 }, () => answerTo({ cookie })))
  expect(opened.filter(({ statusCode }) => statusCode === 200)).toHaveLength(8)
  expect(opened.filter(({ statusCode }) => statusCode === 429)).toHaveLength(2)
  for (const answer of opened) answer.destroy()
})

it('is never compressed nor kept by anybody on the way', async () => {
  const { headers, request } = await openedBy('truong.vp')
  expect(headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  request.destroy()
})

it('the notices of many people are told of as one message each', async () => {
  const people = await db.person.findMany()
  const heard = await openedBy('pho.khtc')
  const before = heard.changes()
  const at = new Date()
  const each = { kind: 'urged' as const, rootId: null, subjectId: null, values: {}, at }
  const notices = people.flatMap(({ id }) =>
    [1, 2].map((number) => ({ ...each, personId: id, causeKey: `all:${number}` })),
  )
  await transaction('tell', (tx) => tell(tx, notices))
  await vi.waitFor(() => expect(heard.changes()).toBe(before + 1), 10_000)
  heard.request.destroy()
})

interface Opened {
  request: ClientRequest
  headers: IncomingMessage['headers']
  changes: () => number
}

async function openedBy(username: string): Promise<Opened> {
  let text = ''
  const answer = await answerTo({ cookie: `${username}/${newId()}` })
  answer.on('data', (chunk) => (text += String(chunk)))
  const changes = () => text.split('event: changed').length - 1
  return { request: (answer as IncomingMessage & { req: ClientRequest }).req, headers: answer.headers, changes }
}

async function answerTo(headers: Record<string, string>): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo
  const request = get({ port, path: '/notices/stream', headers, agent: false })
  request.on('error', () => undefined)
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  answer.on('error', () => undefined)
  return answer
}
