import { text } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { addSupporters } from '#app/directives/change-people.server.ts'
import { asked, issuedTask } from '#test/factories/directives.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { writeUrgingLetter } from './urging-letter.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

/** What is written in a Word file, paragraph after paragraph. */
async function wordsOf(file: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue
    const xml = await text(await zip.openReadStreamPromise(entry))
    return xml
      .replaceAll('</w:p>', '\n')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
  }
  throw new Error('There is no document in it')
}

const letterTo = (unit: string, username: string) =>
  writeUrgingLetter({ unitId: office.unitId(unit), by: office.actor(username), at: new Date() })

test('the letter to a unit lists what it is late with, as lead and as supporter, and nothing else', async () => {
  const late = await issuedTask(office)
  const inTime = await issuedTask(office)
  const supporters = [{ unitId: office.unitId('KHTC'), dueOn: '2030-06-01' }]
  await addSupporters({ ...asked(office.actor('chunhiem'), late.taskId), supporters })
  await db.task.update({ where: { id: late.taskId }, data: { content: 'Rà soát <mạng> & an toàn' } })
  await db.task.update({ where: { id: inTime.taskId }, data: { content: 'Việc còn hạn' } })
  await db.$executeRaw`
    update deadline set due_on = '2021-01-02', start_on = '2021-01-01' from subject
    where subject.id = deadline.subject_id and subject.root_id = ${late.taskId}::uuid`

  const toLead = await wordsOf(await letterTo('TTTT', 'tonghop1'))
  expect(toLead).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  expect(toLead).toContain('còn 1 nhiệm vụ quá hạn')
  expect(toLead).toContain('Rà soát &lt;mạng&gt; & an toàn')
  expect(toLead).toMatch(/Chủ trì\n.*02\/01\/2021/s)
  expect(toLead).not.toContain('Việc còn hạn')
  expect(await wordsOf(await letterTo('KHTC', 'chunhiem'))).toMatch(/Phối hợp\n.*02\/01\/2021/s)
})

test('a unit that is late with nothing gets no letter', async () => {
  await expect(letterTo('TCCB', 'tonghop1')).rejects.toMatchObject({ code: 'officialLetters:errors.nothingLate' })
})

test('heads of units write none, not even about their own', async () => {
  await expect(letterTo('TTTT', 'truong.tttt')).rejects.toMatchObject({ status: 403 })
})
