export const DONE_PARAMETER = 'done'

/**
 * Where to go after an act, with the key of the sentence that says what was done: `doneAt('/tasks/1', 'tasks:done.accepted')`.
 * It travels in the address and not in a cookie: two tabs cannot take each other's sentence, and nothing has to be cleared.
 */
export function doneAt(path: string, key: `${string}:done.${string}`): string {
  const url = new URL(path, 'http://within.invalid')
  url.searchParams.set(DONE_PARAMETER, key)
  return url.pathname + url.search + url.hash
}

/** Only sentences meant for this: an address from outside must not be able to say anything else here. */
export function isDoneKey(key: string): boolean {
  return /^\w+:done\.[\w.]+$/.test(key)
}
