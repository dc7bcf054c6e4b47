import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { now, officeDay, stopClock } from '#app/platform/clock.server.ts'
import { countStatements, statementsSoFar } from '#app/platform/statements.server.ts'
import { loader } from '#app/routes/directives.$directiveId.series.new.tsx'
import { demoPassword } from '#app/sign-in/demo-accounts.server.ts'
import { identify } from '#app/sign-in/identify.server.ts'
import { setSecondFactorRoles } from '#app/sign-in/second-factor-setting.server.ts'
import { signIn } from '#app/sign-in/sign-in.server.ts'
import { enteredDirective } from '#test/factories/directives.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { nameSubstitute } from './name-substitute.server.ts'
import { ownEnding, ownNaming } from './own-absences.server.ts'

const LATER = 16 * 60_000

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

test('handing on one’s rights asks again who one is after a quarter of an hour; taking them back does not', async () => {
  const request = await requestOf('truong.tttt')
  expect((await ownNaming(request.clone())).personId).toBe(office.actor('truong.tttt').personId)
  const restart = stopClock(new Date(Date.now() + LATER))
  try {
    const thrown: unknown = await ownNaming(request.clone()).catch((reason: unknown) => reason)
    const location = thrown instanceof Response ? thrown.headers.get('location') : null
    expect(location).toMatch(/^\/sign-in\/again\?to=%2Faccount%2Fabsences%2Fnew%3Fkept%3D/)
    expect((await ownEnding(request.clone())).personId).toBe(office.actor('truong.tttt').personId)
  } finally {
    restart()
  }
})

test('a substitute is told for whom they act, in which posts and until when, in the statement of the session', async () => {
  const request = await requestOf('pho.khtc')
  const by = office.actor('pho.vp')
  const [today, lastDay] = [officeDay(now()), daysAfter(officeDay(now()), 3)]
  const absence = { substituteId: office.actor('pho.khtc').personId, fromDay: today, toDay: lastDay }
  for (const { id: postId } of by.posts) {
    await nameSubstitute({ by, address: null, at: now(), personId: by.personId, absence: { ...absence, postId } })
  }
  const told = await countStatements(async () => {
    const signedIn = await identify(request)
    expect(signedIn?.substitutions).toEqual([
      {
        personId: by.personId,
        absent: 'Phó Chánh Văn phòng',
        titles: 'Phó Chánh Văn phòng, Phụ trách tổng hợp, theo dõi nhiệm vụ',
        until: lastDay,
      },
    ])
    return statementsSoFar()
  })
  expect(told).toBe(1)
})

test('the form of a recurring duty says, as any that assigns, who is away', async () => {
  const request = await requestOf('tonghop1')
  const { directiveId } = await enteredDirective(office)
  const by = office.actor('phochunhiem1')
  const today = officeDay(now())
  const absence = { substituteId: office.actor('phochunhiem2').personId, postId: null, fromDay: today, toDay: today }
  await nameSubstitute({ by, address: null, at: now(), personId: by.personId, absence })
  const { choices } = await loader({ request, params: { directiveId }, context: {} as AppLoadContext })
  const leader = choices.leaders.find(({ value }) => value === by.personId)
  expect(leader?.label).toContain('Thứ trưởng, Phó Chủ nhiệm 2 thay)')
})

test('a post that needs a second factor needs it of a substitute too', async () => {
  const request = await requestOf('chuyenvien1.khtc')
  const administrator = { by: office.actor('quantri'), address: null, at: now() }
  await setSecondFactorRoles({ ...administrator, roles: ['SECRETARIAT'] })
  expect((await identify(request))?.needsSecondFactor).toBe(false)
  const { personId: substituteId } = office.actor('chuyenvien1.khtc')
  const today = officeDay(now())
  const by = office.actor('tonghop2')
  const absence = { substituteId, postId: null, fromDay: today, toDay: today }
  await nameSubstitute({ by, address: null, at: now(), personId: by.personId, absence })
  expect((await identify(request))?.needsSecondFactor).toBe(true)
})

async function requestOf(username: string): Promise<Request> {
  const password = await demoPassword()
  const entered = await signIn({ username, password, address: '10.0.0.1', userAgent: null, at: new Date() })
  if (entered.outcome !== 'signedIn') throw new Error(`${username} did not get in.`)
  return new Request('http://localhost/account/absences/new', {
    method: 'POST',
    headers: { cookie: entered.cookie.split(';')[0] ?? '' },
    body: new URLSearchParams({ toDay: '2026-12-31' }),
  })
}
