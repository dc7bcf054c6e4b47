import type { Found } from './find-anything.server.ts'

const folders: Record<Found['kind'], string> = {
  task: '/tasks',
  directive: '/directives',
  person: '/admin/people',
  unit: '/admin/units',
}

export function pathOf({ kind, id }: Found): string {
  return `${folders[kind]}/${id}`
}
