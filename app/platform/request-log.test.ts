import { expect, test } from 'vitest'
import { routeOf } from './request-log.server.ts'

test.each([
  ['/tasks/0199a1c2-0000-7000-8000-000000000001/report', '/tasks/:id/report'],
  ['/tasks/0199a1c2-0000-7000-8000-000000000001.data', '/tasks/:id'],
  ['/files/12', '/files/:id'],
  ['/feeds/Zk3-_aB9Zk3-_aB9Zk3-_aB9Zk3-_aB9Zk3-_aB9Zk3.ics', '/feeds/:id'],
  ['/my-work', '/my-work'],
])('the log has no name of a thing in it: %s', (path, route) => {
  expect(routeOf(path)).toBe(route)
})
