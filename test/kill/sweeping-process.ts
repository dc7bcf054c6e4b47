/** Sweeps for reminders on the mornings it is sent, until it is killed: `fork` it, send it a day, and it answers with the day. */
import { sweepOn } from '#test/factories/reminded.ts'

process.on('message', (day: string) => {
  void sweepOn(day).then(() => process.send?.(day))
})
process.send?.('ready')
