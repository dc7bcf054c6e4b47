import { z } from 'zod'
import {
  noticeChannels,
  type NoticeChannel,
  type NoticeKind,
  noticeKinds,
  type NoticeWay,
  usualWay,
} from './notice-kinds.ts'

/** How the office tells a kind by a channel, and whether its people may choose otherwise. */
export interface OfficeWay {
  kind: NoticeKind
  channel: NoticeChannel
  way: NoticeWay
  fixed: boolean
}

/** The same as a person has it. */
export interface OwnWay {
  kind: NoticeKind
  channel: NoticeChannel
  isOn: boolean
  isFixed: boolean
}

/** What the office's form offers for each kind and channel. */
export const officeAnswers = ['on', 'off', 'alwaysOn', 'alwaysOff'] as const
export type OfficeAnswer = (typeof officeAnswers)[number]

/** Every kind by every channel, as the office has set it, or as is usual. */
export function officeWays(
  rules: { kind: string; channel: NoticeChannel; way: NoticeWay; fixed: boolean }[],
): OfficeWay[] {
  return noticeKinds.flatMap((kind) =>
    noticeChannels.map((channel) => {
      const rule = rules.find((each) => each.kind === kind && each.channel === channel)
      return { kind, channel, way: rule?.way ?? usualWay(kind, channel), fixed: rule?.fixed ?? false }
    }),
  )
}

/** What a person's choices make of it. */
export function ownWays(
  office: OfficeWay[],
  choices: { kind: string; channel: NoticeChannel; way: NoticeWay }[],
): OwnWay[] {
  return office.map(({ kind, channel, way, fixed }) => {
    const choice = choices.find((each) => each.kind === kind && each.channel === channel)
    return { kind, channel, isOn: (fixed ? way : (choice?.way ?? way)) !== 'NONE', isFixed: fixed }
  })
}

export function officeAnswerOf({ way, fixed }: Pick<OfficeWay, 'way' | 'fixed'>): OfficeAnswer {
  if (way === 'NONE') return fixed ? 'alwaysOff' : 'off'
  return fixed ? 'alwaysOn' : 'on'
}

export function officeWayOf(answer: OfficeAnswer): Pick<OfficeWay, 'way' | 'fixed'> {
  const isOn = answer === 'on' || answer === 'alwaysOn'
  return { way: isOn ? 'AT_ONCE' : 'NONE', fixed: answer === 'alwaysOn' || answer === 'alwaysOff' }
}

/** A name in a form. */
export function nameOf({ kind, channel }: Pick<OfficeWay, 'kind' | 'channel'>): string {
  return `${channel}.${kind}`
}

/** The hours of the office at which a digest may be sent. */
export const digestHours = Array.from({ length: 13 }, (_, index) => 6 + index)

/** What a person has ticked: the names of what they want; and when their digest is sent, if they want one. */
export const ownWaysSchema = z.object({
  wanted: z.array(z.string()),
  digestHour: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().refine((hour) => digestHours.includes(hour))),
})

export const officeWaysSchema = z.object({
  answers: z.record(z.string(), z.enum(officeAnswers)),
  mailSaysSubject: z.boolean(),
})
