import { expect, test } from 'vitest'
import type { Actor, PostRole } from '#workflows/actor.ts'
import {
  refusalOf,
  refusalOfAccountAct,
  refusalOfEndingPost,
  refusalOfSeeingGrant,
  type OrganisationAct,
} from './policy.ts'
import { POST_ROLES } from './post-rules.ts'

const ACTS: OrganisationAct[] = [
  'seeOrganisation',
  'changeUnits',
  'changePeople',
  'changePosts',
  'changeCharges',
  'importPeople',
  'manageAccounts',
  'readAudit',
  'seeGrants',
  'changeSignInRules',
]

test.each(POST_ROLES.flatMap((role) => ACTS.map((act) => ({ role, act }))))('$role: $act', ({ role, act }) => {
  const allowed = role === 'ADMIN'
  expect(refusalOf(holderOf(role), { act, organId: 'own' })).toBe(allowed ? null : 'adminOnly')
})

test.each(ACTS)('an administrator does nothing in another organ: %s', (act) => {
  expect(refusalOf(holderOf('ADMIN'), { act, organId: 'other' })).toBe('otherOrgan')
})

test('an administrator neither locks nor resets their own account', () => {
  expect(refusalOfAccountAct(holderOf('ADMIN'), 'somebody')).toBe('ownAccount')
  expect(refusalOfAccountAct(holderOf('ADMIN'), 'somebody else')).toBeNull()
})

test('an administrator leaves by another one’s hand; other posts of theirs they may end', () => {
  const admin = holderOf('ADMIN')
  const both = { ...admin, posts: [...admin.posts, { ...holderOf('OFFICER').posts[0]!, id: 'other post' }] }
  expect(refusalOfEndingPost(both, 'post')).toBe('ownAdminPost')
  expect(refusalOfEndingPost(both, 'other post')).toBeNull()
})

test('what an administrator granted is seen by another one', () => {
  expect(refusalOfSeeingGrant(holderOf('ADMIN'), { grantedById: 'somebody' })).toBe('ownGrant')
  expect(refusalOfSeeingGrant(holderOf('ADMIN'), { grantedById: 'somebody else' })).toBeNull()
})

function holderOf(role: PostRole): Actor {
  return {
    personId: 'somebody',
    organId: 'own',
    posts: [{ id: 'post', role, unitId: null, assistsPersonId: null }],
    chargeUnitIds: [],
    standsInFor: [],
  }
}
