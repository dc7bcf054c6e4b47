/** Ends the run with the sentence alone: a stack trace would not help who has to install something. */
export function missing(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
