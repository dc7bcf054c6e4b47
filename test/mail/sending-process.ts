/** Sends what waits whenever it is told a moment: `fork` it, send it one, and it answers when nothing is due any more. */
import { sendWaitingMail } from '#app/notices/send-mail.server.ts'

process.on('message', (moment: string) => {
  void sendWaitingMail(new Date(moment)).then(() => {
    process.send?.({ moment, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) })
  })
})
process.send?.('ready')
