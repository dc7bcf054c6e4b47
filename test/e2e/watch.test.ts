import { expect, test } from 'vitest'
import { press, signedInAs } from './browser.ts'
import { issueAll } from './issued-directive.ts'
import { openTask, reads } from './on-screen.ts'

const FOLLOWED = 'Xây dựng kho dữ liệu dùng chung của cơ quan'
const MUTED = 'Thay thế máy chủ đã hết khấu hao'

test('a leader without a part follows a task, in a browser that runs no script', async () => {
  const secretary = await signedInAs('tonghop1')
  await issueAll(secretary, [FOLLOWED])
  const task = await openTask(secretary, { tab: 'Để biết', content: FOLLOWED })

  const leader = await signedInAs('phochunhiem2', { javaScript: false })
  await leader.goto(task)
  await press(leader.getByRole('button', { name: 'Theo dõi' }))
  await reads(leader, 'Đã theo dõi nhiệm vụ này.')
  await leader.goto('/my-work/informed')
  await press(leader.getByRole('link', { name: 'Nhiệm vụ tôi chọn theo dõi' }))
  await press(leader.getByRole('link', { name: FOLLOWED }))
  await press(leader.getByRole('button', { name: 'Thôi theo dõi' }))
  await reads(leader, 'Đã trở lại như thường.')
  await leader.goto('/tasks?watch=followed')
  expect(await leader.getByRole('link', { name: FOLLOWED }).count()).toBe(0)
})

test('the follower mutes a task: pressed twice it is muted, and gone from what they are told', async () => {
  const secretary = await signedInAs('tonghop1')
  await issueAll(secretary, [MUTED])
  const task = await openTask(secretary, { tab: 'Để biết', content: MUTED })
  await secretary.getByRole('button', { name: 'Tắt thông báo' }).dblclick()
  await reads(secretary, 'Bạn đã tắt thông báo về nhiệm vụ này')
  await secretary.goto('/my-work/informed')
  await secretary.getByRole('link', { name: 'Nhiệm vụ tôi chọn theo dõi' }).waitFor()
  expect(await secretary.getByRole('link', { name: MUTED }).count()).toBe(0)
  await secretary.goto(task)
  await press(secretary.getByRole('button', { name: 'Bật lại thông báo' }))
  await reads(secretary, 'Đã trở lại như thường.')
  await openTask(secretary, { tab: 'Để biết', content: MUTED })
})
