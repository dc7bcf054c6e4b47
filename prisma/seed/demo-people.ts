import type { PostRole } from '#workflows/actor.ts'
import { DEMO_UNITS, type DemoUnit } from './demo-units.ts'

/** A person of the demo organisation, named by post and never after anybody. The username is the outside id too. */
export interface DemoPerson {
  username: string
  fullName: string
  posts: DemoPost[]
  /** Slugs of the units a leader is in charge of. */
  charges?: string[]
}

interface DemoPost {
  role: PostRole
  title: string
  unit?: string
  /** Username of the leader an assistant works for. */
  assists?: string
}

const LEADERS: DemoPerson[] = [
  leader('chunhiem', 'Bộ trưởng, Chủ nhiệm', ['tccb', 'khtc', 'ttra']),
  leader('phochunhiem1', 'Thứ trưởng, Phó Chủ nhiệm 1', ['vp', 'th', 'pc', 'htqt', 'tttt']),
  leader('phochunhiem2', 'Thứ trưởng, Phó Chủ nhiệm 2', ['csdt', 'dtts', 'tt', 'bdtpt', 'tcdt']),
  leader('phochunhiem3', 'Thứ trưởng, Phó Chủ nhiệm 3', ['dp1', 'dp2', 'dp3', 'hvdt']),
]

const STAFF: DemoPerson[] = [
  person('trolychunhiem', 'Trợ lý Bộ trưởng, Chủ nhiệm', { role: 'ASSISTANT', unit: 'vp', assists: 'chunhiem' }),
  person('trolyphochunhiem1', 'Trợ lý Phó Chủ nhiệm 1', { role: 'ASSISTANT', unit: 'vp', assists: 'phochunhiem1' }),
  person('tonghop1', 'Chuyên viên tổng hợp 1 Văn phòng', { role: 'SECRETARIAT', unit: 'vp' }),
  person(
    'tonghop2',
    'Chuyên viên tổng hợp 2 Văn phòng',
    { role: 'SECRETARIAT', unit: 'vp' },
    { role: 'OFFICER', unit: 'vp' },
  ),
  person('vanthu', 'Văn thư cơ quan', { role: 'REGISTRY', unit: 'vp' }),
  person('phapche', 'Chuyên viên pháp chế', { role: 'LEGAL', unit: 'pc' }, { role: 'OFFICER', unit: 'pc' }),
  person('quantri', 'Quản trị hệ thống', { role: 'ADMIN' }),
]

/** Posts held beside the one a person is named after. */
const SECOND_POSTS: Record<string, DemoPost> = {
  'pho.vp': { role: 'SECRETARIAT', unit: 'vp', title: 'Phụ trách tổng hợp, theo dõi nhiệm vụ' },
  'pho.pc': { role: 'LEGAL', unit: 'pc', title: 'Phụ trách thẩm định văn bản' },
}

export const DEMO_PEOPLE: DemoPerson[] = [...LEADERS, ...STAFF, ...DEMO_UNITS.flatMap(peopleOf)]

/** The accounts worth printing at the start: one of each kind, and two units whole. */
export const DEMO_USERNAMES_TO_SHOW = [
  'chunhiem',
  'phochunhiem1',
  'trolychunhiem',
  'tonghop1',
  'vanthu',
  'phapche',
  'truong.tttt',
  'pho.tttt',
  'chuyenvien1.tttt',
  'truong.khtc',
  'chuyenvien1.khtc',
  'quantri',
]

function peopleOf(unit: DemoUnit): DemoPerson[] {
  const officers = Array.from({ length: unit.officers }, (_, index) =>
    person(`chuyenvien${index + 1}.${unit.slug}`, `${unit.officerTitle} ${index + 1} ${unit.name}`, {
      role: 'OFFICER',
      unit: unit.slug,
    }),
  )
  const heads = [
    person(`truong.${unit.slug}`, unit.headTitle, { role: 'UNIT_HEAD', unit: unit.slug }),
    person(`pho.${unit.slug}`, unit.deputyTitle, { role: 'DEPUTY_HEAD', unit: unit.slug }),
  ]
  return [...heads, ...officers].map((each) => {
    const second = SECOND_POSTS[each.username]
    return second ? { ...each, posts: [...each.posts, second] } : each
  })
}

function leader(username: string, title: string, charges: string[]): DemoPerson {
  return { username, fullName: title, posts: [{ role: 'LEADER', title }], charges }
}

function person(username: string, fullName: string, ...posts: Omit<DemoPost, 'title'>[]): DemoPerson {
  return { username, fullName, posts: posts.map((post) => ({ ...post, title: fullName })) }
}
