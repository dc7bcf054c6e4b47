import type { Actor } from '#workflows/actor.ts'

/** What the processes of the race are told and tell. */
export type Orders = { roaming: Roaming } | { fire: Order[] }

export interface Roaming {
  taskId: string
  people: Actor[]
  /** Events of each person. */
  events: number
  /** Whom work may be handed on to. */
  colleagueIds: string[]
  /** Sent by every process, each under the one request key, at moments of its own. */
  shared: Order[]
  seed: number
}

export interface Order {
  by: Actor
  subjectId: string
  /** An act of the machines; `reportAlone` is a report that says why it does not wait for the supporting units. */
  act: string
  revision: number | null
  /** Fired with a revision that was over already when it was read. */
  isStale: boolean
  requestKey: string
  percent: number
  delegateIds: string[]
}

export interface Outcome {
  personId: string
  subjectId: string
  act: string
  requestKey: string
  isStale: boolean
  percent: number
  result: 'done' | 'repeated' | 'conflict' | 'refused' | 'fault'
  fault?: string
}
