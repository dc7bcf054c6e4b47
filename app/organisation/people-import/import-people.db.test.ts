import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#workflows/actor.ts'
import { db } from '#app/platform/db.server.ts'
import { seed } from '#prisma/seed.ts'
import { importPeople } from './import-people.server.ts'
import { importTemplate } from './template.ts'

const HEADS =
  'Mã người;Họ và tên;Thư điện tử;Điện thoại;Đơn vị;Vai trò;Chức danh;Trợ lý của (mã người);Từ ngày;Đến ngày'
let administrator: Actor

beforeAll(async () => {
  await seed({ demo: true })
  administrator = await actorOf('quantri')
})

describe('a good file', () => {
  test.each([
    ['with byte order mark and semicolons', (text: string) => `\uFEFF${text}`],
    ['without byte order mark', (text: string) => text],
    ['with commas', (text: string) => text.replaceAll(';', ',')],
    ['with line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with decomposed letters', (text: string) => text.normalize('NFD')],
  ])('is taken %s', async (_name, written) => {
    const code = crypto.randomUUID()
    const outcome = await take(
      written(`${HEADS}\n${code};Đặng Thị Ý;;;KHTC;Chuyên viên;Chuyên viên chính;;01/02/2026;\n`),
    )
    expect(outcome).toMatchObject({ wasTaken: true, faults: [], people: { added: 1 }, posts: { added: 1 } })
    const person = await personBy(code)
    expect(person).toMatchObject({ fullName: 'Đặng Thị Ý', givenName: 'Ý', searchText: 'dang thi y' })
    expect(person.posts).toMatchObject([{ role: 'OFFICER', title: 'Chuyên viên chính', validTo: null }])
  })

  test('taken twice it doubles nothing; changed, it changes what is there', async () => {
    const line = (name: string, title: string) =>
      `${HEADS}\nlan-2;${name};;;Vụ Pháp chế;OFFICER;${title};;2026-02-01;\n`
    await take(line('Người Hai', 'Chuyên viên'))
    expect(await take(line('Người Hai', 'Chuyên viên'))).toMatchObject({
      people: { added: 0, changed: 0 },
      posts: { added: 0, changed: 0 },
    })
    expect(await take(line('Người Hai Đổi Tên', 'Chuyên viên chính'))).toMatchObject({
      people: { added: 0, changed: 1 },
      posts: { added: 0, changed: 1 },
    })
    const person = await personBy('lan-2')
    expect(person.fullName).toBe('Người Hai Đổi Tên')
    expect(person.posts).toHaveLength(1)
  })

  test('a post given by hand is not doubled by the file', async () => {
    const before = await personBy('truong.khtc')
    await take(`${HEADS}\ntruong.khtc;${before.fullName};;;KHTC;Trưởng đơn vị;Vụ trưởng;;01/01/2021;\n`)
    expect((await personBy('truong.khtc')).posts).toHaveLength(before.posts.length)
  })

  test('the template is itself a good file', async () => {
    expect(await take(importTemplate())).toMatchObject({ wasTaken: true, faults: [], people: { added: 3 } })
    const [post] = (await personBy('CB003')).posts
    expect(post?.assistsPersonId).toBe((await personBy('CB001')).id)
  })

  test('what an export guarded against formulas is read as it was', async () => {
    await take(`${HEADS}\nguard-1;Người Ba;;'+84 912;TH;Chuyên viên;Chuyên viên;;01/01/2026;\n`)
    expect((await personBy('guard-1')).phone).toBe('+84 912')
  })
})

describe('a bad file', () => {
  const BAD = [
    'xau-1;Người Tốt;;;KHTC;Chuyên viên;Chuyên viên;;01/01/2026;',
    ';Không Mã;;;KHTC;Chuyên viên;Chuyên viên;;01/01/2026;',
    'xau-3;Không Đơn Vị;;;Vụ Không Có;Chuyên viên;Chuyên viên;;01/01/2026;',
    'xau-4;Không Vai Trò;;;KHTC;Tổng thống;Chuyên viên;;01/01/2026;',
    'xau-5;Ngày Sai;;;KHTC;Chuyên viên;Chuyên viên;;31/02/2026;',
    'xau-6;Ngược Ngày;;;KHTC;Chuyên viên;Chuyên viên;;01/02/2026;01/01/2026',
    'xau-7;Thiếu Ô;;;KHTC',
    'xau-8;Lãnh Đạo Có Đơn Vị;;;KHTC;Lãnh đạo cơ quan;Phó Chủ nhiệm;;01/01/2026;',
    'xau-9;Trợ Lý Của Ai;;;VP;Trợ lý;Trợ lý;khong-co;01/01/2026;',
    'xau-1;Tên Khác Hẳn;;;PC;Chuyên viên;Chuyên viên;;01/01/2026;',
    'xau-1;Người Tốt;;;KHTC;Chuyên viên;Chuyên viên;;01/06/2026;',
    'xau-12;Tự Phong;;;;Quản trị;Quản trị;;01/01/2026;',
    'xau-13;Thư Sai;khong phai thu;;KHTC;Chuyên viên;Chuyên viên;;01/01/2026;',
  ]

  test('tells each bad line by its number and reason, and takes nothing', async () => {
    const people = await db.person.count()
    const outcome = await take([HEADS, ...BAD].join('\n'))
    expect(outcome.wasTaken).toBe(false)
    expect(outcome.faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'personCodeMissing'],
      [4, 'unknownUnit'],
      [5, 'unknownRole'],
      [6, 'notADay'],
      [7, 'endsBeforeItBegins'],
      [8, 'cellCount'],
      [9, 'unitNotWanted'],
      [10, 'unknownLeader'],
      [11, 'otherName'],
      [12, 'postTwice'],
      [13, 'administratorByHand'],
      [14, 'notAnEmail'],
    ])
    expect(await db.person.count()).toBe(people)
  })

  test('takes the good lines when told to', async () => {
    const outcome = await take([HEADS, ...BAD].join('\n'), true)
    expect(outcome).toMatchObject({ wasTaken: true, people: { added: 1 }, posts: { added: 1 } })
    expect(outcome.faults).toHaveLength(12)
    expect((await personBy('xau-1')).posts).toHaveLength(1)
  })

  test('an assistant whose leader has a bad line is not taken either, wherever they stand', async () => {
    const assistant = 'doi-2;Trợ Lý;;;VP;Trợ lý;Trợ lý;doi-1;01/01/2026;'
    const leader = 'doi-1;Lãnh Đạo;;;;Lãnh đạo;Phó Chủ nhiệm;;99/01/2026;'
    const outcome = await take([HEADS, assistant, leader].join('\n'), true)
    expect(outcome).toMatchObject({ wasTaken: false, faults: [{ line: 2, code: 'unknownLeader' }, { line: 3 }] })
    const mended = await take([HEADS, assistant, leader.replace('99/', '09/')].join('\n'))
    expect(mended).toMatchObject({ wasTaken: true, people: { added: 2 } })
  })

  test('the number of a line is that of its beginning, after cells with line breaks too', async () => {
    const outcome = await take(
      `${HEADS}\nnl-1;Người;;;KHTC;Chuyên viên;"Chuyên\nviên";;01/01/2026;\n;Không;;;KHTC;a;b;;c;\n`,
    )
    expect(outcome.faults).toMatchObject([{ line: 4, code: 'personCodeMissing' }])
  })

  test.each([
    ['empty', new Uint8Array(), 'empty'],
    ['only heads', bytesOf(HEADS), 'empty'],
    ['without a column that is needed', bytesOf('Mã người;Họ và tên\n1;A'), 'columnMissing'],
    ['in another character set', new Uint8Array([77, 227, 32, 110, 103, 255, 254]), 'notUtf8'],
    ['with a quote that is never closed', bytesOf(`${HEADS}\na;"b;c`), 'brokenQuotes'],
  ])('is refused whole when it is %s', async (_name, bytes, code) => {
    const outcome = await importPeople({ ...act(), bytes, takeGoodLines: true })
    expect(outcome).toMatchObject({ wasTaken: false, faults: [{ code }] })
  })
})

test('nobody but an administrator imports', async () => {
  const by = await actorOf('chunhiem')
  const importing = async () => importPeople({ ...act(), by, bytes: bytesOf(HEADS), takeGoodLines: false })
  await expect(importing()).rejects.toThrow('adminOnly')
})

function take(text: string, takeGoodLines = false) {
  return importPeople({ ...act(), bytes: bytesOf(text), takeGoodLines })
}

function act() {
  return { by: administrator, address: null, at: new Date('2026-11-23T01:00:00Z') }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function personBy(outsideId: string) {
  return db.person.findFirstOrThrow({ where: { outsideId }, include: { posts: true } })
}

async function actorOf(username: string): Promise<Actor> {
  const person = await db.person.findFirstOrThrow({ where: { login: { username } }, include: { posts: true } })
  return { personId: person.id, organId: person.organId, posts: person.posts, chargeUnitIds: [], standsInFor: [] }
}
