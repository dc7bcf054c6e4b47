const began = performance.now()
let lastTold = -Infinity

/** A line for whoever waits, with the seconds since the start. */
export function tell(sentence: string): void {
  lastTold = performance.now()
  console.log(`${String(Math.round((lastTold - began) / 1000)).padStart(4)} s  ${sentence}`)
}

/** For what comes many times a second: at most a line every two seconds. */
export function tellNowAndThen(sentence: string): void {
  if (performance.now() - lastTold > 2000) tell(sentence)
}
