import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteAnsweredBy, requestDurations } from '#app/platform/answered-route.server.ts'
import { stopClock } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { countedAct, type Metrics } from '#app/platform/metrics.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { handedTask } from '#test/factories/directives.ts'
import { startMetricsAt } from './start-metrics.server.ts'

let metrics: Metrics
let web: Server
let address: string

beforeAll(async () => {
  metrics = (await startMetricsAt(0))!
  const app = express()
  app.use(requestDurations())
  app.get('/tasks/:id', (_request, response) => {
    noteAnsweredBy('routes/tasks.$taskId', 2)
    noteAnsweredBy('routes/signed-in', 1)
    response.send('page')
  })
  web = createServer(app)
  await new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
})

afterAll(async () => {
  await metrics.close()
  web.closeAllConnections()
  await new Promise((closed) => web.close(closed))
})

test('a request is counted under the id of its route, innermost first, and its address is nowhere', async () => {
  const id = newId()
  await fetch(`${address}/tasks/${id}`)
  await fetch(`${address}/nowhere/${id}?q=matkhau`)

  const told = await scrape()
  expect(told).toContain(
    'docflow_request_duration_seconds_count{route="routes/tasks.$taskId",method="GET",status="200"} 1',
  )
  expect(told).toContain('docflow_request_duration_seconds_count{route="none",method="GET",status="404"} 1')
  expect(told).not.toContain(id)
  expect(told).not.toContain('matkhau')
})

test('acts are counted by what was asked and what came of it', async () => {
  await countedAct('urge', () => Promise.resolve('done'))
  await expect(countedAct('urge', () => Promise.reject(new Refused('no')))).rejects.toThrow(Refused)
  await expect(countedAct('urge', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')

  const told = await scrape()
  for (const outcome of ['done', 'Refused', 'fault']) {
    expect(told).toContain(`docflow_acts_total{event="urge",outcome="${outcome}"} 1`)
  }
})

test('what is counted in the database is told without a word of what it is about', async () => {
  const office = await demoOffice()
  const { taskId, content } = await overdueTask(office)
  await db.outboxMessage.create({
    data: { id: newId(), job: 'none', payload: {}, createdAt: new Date(0), lastError: content },
  })
  // The last answer is told again for a few seconds.
  const letClockRun = stopClock(new Date(Date.now() + 6000))
  const told = await scrape().finally(letClockRun)
  expect(told).toMatch(/docflow_overdue\{kind="TASK"\} [1-9]/)
  expect(told).toMatch(/docflow_outbox_messages\{state="failed"\} 1/)
  expect(told).toMatch(/docflow_outbox_oldest_seconds\{state="waiting"\} \d{9}/)
  expect(told).toMatch(/docflow_mail\{state="failed"\} 0/)
  expect(told).toMatch(/process_resident_memory_bytes \d+/)
  // No worker has made the queue here: it is left out, not told as empty.
  expect(told).not.toMatch(/docflow_queue_jobs\{/)
  expect(told).not.toContain(content)
  expect(told).not.toContain(taskId)
})

test('the port answers nothing else, and a port that is taken stops nobody', async () => {
  expect((await fetch(`http://127.0.0.1:${metrics.port}/`)).status).toBe(404)
  expect(await startMetricsAt(metrics.port)).toBeNull()
})

async function overdueTask(office: Awaited<ReturnType<typeof demoOffice>>) {
  const { taskId } = await handedTask(office)
  await db.deadline.updateMany({ where: { subjectId: taskId }, data: { dueOn: new Date('2021-09-01') } })
  const { content } = await db.task.findUniqueOrThrow({ where: { id: taskId }, select: { content: true } })
  return { taskId, content }
}

async function scrape(): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${metrics.port}/metrics`)
  expect(response.status).toBe(200)
  return response.text()
}
