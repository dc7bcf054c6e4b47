import { describe, expect, test } from 'vitest'
import { parseWithZod } from '@conform-to/zod/v4'
import { policyFormSchema, policyFrom, typedFrom } from './forms.ts'
import { usualPolicy } from './usual-policy.ts'

describe('a policy as it is typed', () => {
  test('is the policy it was, with its empty rule left out', () => {
    expect(policyFrom(policyFormSchema.parse(typedFrom(usualPolicy)))).toEqual(usualPolicy)
  })

  test('is read from the fields of a form', () => {
    const sent = parse([
      ['rules[0].work', 'PROCESS'],
      ['rules[0].urgencies', 'NORMAL'],
      ['rules[0].urgencies', 'URGENT'],
      ['rules[0].before', '1; 5,1'],
      ['rules[0].HEAD', '2'],
      ['rules[1].before', ''],
    ])
    if (sent.status !== 'success') throw new Error(JSON.stringify(sent.error))
    expect(policyFrom(sent.value).rules).toEqual([
      {
        work: ['PROCESS'],
        urgencies: ['NORMAL', 'URGENT'],
        stages: [
          { kind: 'BEFORE', workingDays: 5 },
          { kind: 'BEFORE', workingDays: 1 },
          { kind: 'OVERDUE', workingDays: 2, tells: 'HEAD' },
        ],
      },
    ])
  })

  test.each([
    ['days that are none', [['rules[0].before', 'ba ngày']], 'rules[0].before'],
    ['more days than a rule may have', [['rules[0].before', '1,2,3,4,5,6,7,8,9,10,11']], 'rules[0].before'],
    ['days too far off', [['rules[0].before', '31']], 'rules[0].before'],
    [
      'a level before the one below',
      [
        ['rules[0].HOLDER', '3'],
        ['rules[0].HEAD', '2'],
      ],
      'rules[0].HEAD',
    ],
    ['a number that is none', [['rules[0].LEADER', 'x']], 'rules[0].LEADER'],
  ])('says what is wrong with %s', (_, wrong, field) => {
    const sent = parse([['rules[0].work', 'PROCESS'], ['rules[0].urgencies', 'NORMAL'], ...wrong])
    expect(faulty(sent)).toEqual([field])
  })

  test('may have forty rules, and the empty one beside them', () => {
    const rules = Array.from({ length: 40 }, () => usualPolicy.rules[0]!)
    expect(policyFrom(policyFormSchema.parse(typedFrom({ rules }))).rules).toHaveLength(40)
    expect(policyFormSchema.safeParse(typedFrom({ rules: [...rules, rules[0]!] })).success).toBe(false)
  })

  test('says that a rule is for no work, and that there is no rule', () => {
    expect(faulty(parse([['rules[0].onDay', 'on']]))).toEqual(['rules[0].work', 'rules[0].urgencies'])
    expect(faulty(parse([['rules[0].before', '']]))).toEqual(['rules'])
  })
})

/** The fields that have something wrong. */
function faulty(sent: ReturnType<typeof parse>): string[] {
  return Object.keys(sent.reply().error ?? {})
}

function parse(sent: string[][]) {
  const fields = new FormData()
  for (const [name, value] of sent) fields.append(name!, value!)
  return parseWithZod(fields, { schema: policyFormSchema })
}
