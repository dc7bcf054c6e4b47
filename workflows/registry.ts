import type { AnyStateMachine } from 'xstate'
import type { z } from 'zod'
import type { Officeholder } from './actor.ts'
import { assignmentConditions } from './assignment/conditions.ts'
import { assignmentActs } from './assignment/events.ts'
import { assignmentMachine } from './assignment/machine.ts'
import { partsInAssignment } from './assignment/parts.ts'
import { extensionRequestConditions } from './extension-request/conditions.ts'
import { extensionRequestActs } from './extension-request/events.ts'
import { extensionRequestMachine } from './extension-request/machine.ts'
import { partsInExtensionRequest } from './extension-request/parts.ts'
import type { Conditions, Parts } from './permit.ts'
import { taskConditions } from './task/conditions.ts'
import { taskActs } from './task/events.ts'
import { taskMachine } from './task/machine.ts'
import { partsInTask } from './task/parts.ts'
import type { Node, Tree } from './tree.ts'

/** A machine with what the planner needs beside it. Events and parts are those of the machine; here they are only names. */
export interface WorkflowDefinition {
  machine: AnyStateMachine
  /** What a person may ask for, each with the shape of what it carries. */
  acts: Record<string, z.ZodType<{ type: string }>>
  conditions: Conditions<string, never>
  partsOf: (actor: Officeholder, node: Node, tree: Tree) => Parts<string>
}

/**
 * Every machine by kind and version. A subject stays on the version it began with; a version is kept while a live subject
 * is on it, and moving them is a migration.
 */
const definitions: Record<Node['kind'], Record<number, WorkflowDefinition>> = {
  TASK: {
    2: {
      machine: taskMachine,
      acts: taskActs,
      conditions: taskConditions,
      partsOf: (actor, node) => (node.kind === 'TASK' ? partsInTask(actor, node.record) : {}),
    },
  },
  ASSIGNMENT: {
    2: {
      machine: assignmentMachine,
      acts: assignmentActs,
      conditions: assignmentConditions,
      partsOf: (actor, node, tree) => (node.kind === 'ASSIGNMENT' ? partsInAssignment(actor, node, tree) : {}),
    },
  },
  EXTENSION_REQUEST: {
    1: {
      machine: extensionRequestMachine,
      acts: extensionRequestActs,
      conditions: extensionRequestConditions,
      partsOf: (actor, node, tree) =>
        node.kind === 'EXTENSION_REQUEST' ? partsInExtensionRequest(actor, node, tree) : {},
    },
  },
}

/** The version a new subject of a kind begins with. */
export const currentVersions: Record<Node['kind'], number> = { TASK: 2, ASSIGNMENT: 2, EXTENSION_REQUEST: 1 }

export function definitionOf(node: Pick<Node, 'kind' | 'version'>): WorkflowDefinition {
  const definition = definitions[node.kind][node.version]
  if (!definition) throw new Error(`No ${node.kind} workflow of version ${node.version}`)
  return definition
}

/** Every state of the machine a subject can rest in. */
export function restingStates(kind: Node['kind'], version = currentVersions[kind]): string[] {
  const { machine } = definitionOf({ kind, version })
  return Object.values(machine.root.states)
    .filter((state) => !state.always?.length)
    .map((state) => state.key)
}

/** Nothing is owed on it any more: it has ended, though a completed task may still be reopened. */
export function isSettled(node: Pick<Node, 'kind' | 'version' | 'state'>): boolean {
  return definitionOf(node).machine.root.states[node.state]?.tags.includes('settled') ?? false
}
