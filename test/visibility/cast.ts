import { demoPassword } from '#app/sign-in/demo-accounts.server.ts'
import { tableOf } from './markdown-table.ts'
import { signedInVisitor, visitorAt, type Visitor } from './visitor.ts'

export type Column = 'Draft' | 'Issued' | 'Restricted draft' | 'Restricted, issued'

/** Somebody who asks for every address, with the line of docs/visibility.md they stand for; null: no line gives them anything. */
export interface Role {
  name: string
  username: string | null
  who: string | null
  /** Their line for the restricted tasks, where it is another. */
  whoIfRestricted?: string
}

export interface Person extends Role {
  visitor: Visitor
}

/** Of a unit that has nothing to do with them. */
export const SUBSTITUTE = 'chuyenvien2.khtc'

/** For the tasks of scene.ts: directed by chunhiem, led by TTTT, entered by tonghop1 and followed by tonghop2. */
const CAST: Role[] = [
  { name: 'nobody signed in', username: null, who: null },
  { name: 'the head of an unrelated unit', username: 'truong.khtc', who: 'The head of another unit' },
  {
    name: 'an officer with a part',
    username: 'chuyenvien1.tttt',
    who: 'Whoever was handed a part by name',
    whoIfRestricted: 'An officer of the lead unit without a part',
  },
  {
    name: 'an officer of the unit without a part',
    username: 'chuyenvien2.tttt',
    who: 'An officer of the lead unit without a part',
  },
  {
    name: 'the head of the lead unit',
    username: 'truong.tttt',
    who: 'The head of the lead unit',
    whoIfRestricted: 'Whoever the restriction names',
  },
  { name: 'a deputy head of the lead unit', username: 'pho.tttt', who: 'A deputy head of the lead unit' },
  { name: 'a leader without the charge', username: 'phochunhiem2', who: 'Any other leader' },
  { name: 'the leader in charge', username: 'phochunhiem1', who: 'The leader in charge of the lead unit' },
  { name: 'the directing leader', username: 'chunhiem', who: 'The leader who directs it' },
  { name: 'whoever entered it', username: 'tonghop1', who: 'Whoever entered it' },
  { name: 'the follower', username: 'tonghop2', who: 'The follower' },
  {
    name: 'a deputy head of another unit who is of the secretariat too',
    username: 'pho.vp',
    who: 'Any other member of the secretariat',
  },
  {
    name: 'the assistant of the directing leader',
    username: 'trolychunhiem',
    who: 'An assistant of the leader who directs it',
  },
  { name: 'the assistant of another leader', username: 'trolyphochunhiem1', who: 'An assistant of another leader' },
  { name: 'the registry', username: 'vanthu', who: 'The registry' },
  { name: 'the legal officer', username: 'phapche', who: 'The legal officer' },
  { name: 'the administrator', username: 'quantri', who: 'An administrator' },
  { name: 'a deputy head of the lead unit until yesterday', username: 'chuyenvien1.htqt', who: null },
  {
    name: 'the substitute of the head of the lead unit',
    username: SUBSTITUTE,
    who: 'The substitute of the head of the lead unit',
  },
  {
    name: 'a named person whose only post ended yesterday',
    username: 'chuyenvien2.tccb',
    who: 'Whoever holds no post today, even if named above',
  },
]

export const FORMER_DEPUTY = 'chuyenvien1.htqt'
export const FORMER_OFFICER = 'chuyenvien2.tccb'

/** Each signed in by the sign-in page. */
export async function castAt(address: string): Promise<Person[]> {
  const password = await demoPassword()
  const people: Person[] = []
  for (const role of CAST) {
    const visitor = role.username ? await signedInVisitor(address, role.username, password) : visitorAt(address)
    people.push({ ...role, visitor })
  }
  return people
}

/** As the written table has it: the doc is what the product is compared with. */
export function maySeePerDocs({ name, who, whoIfRestricted }: Role, column: Column): boolean {
  const line = column.startsWith('Restricted') ? (whoIfRestricted ?? who) : who
  if (line === null) return false
  const row = tableOf('visibility.md', 'Who').find(({ Who }) => Who === line)
  if (!row) throw new Error(`docs/visibility.md has no line for ${name}: ${line}`)
  return row[column] === 'all'
}
