import { db } from '#app/platform/db.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'

const reasons = {
  missing: 'a step is missing',
  relinked: 'the step does not follow from the one before it',
  changed: 'the step was changed after it was written',
  textChanged: 'the text of the step was changed',
  textGone: 'the text of the step is gone without an act that removed it',
  cutShort: 'the end of the chain is missing',
  stateDiffers: 'a state was changed by something other than an act',
}

const check = await verifyLog(db, {
  onProgress: (roots) => process.stderr.isTTY && process.stderr.write(`\r${roots} subjects checked`),
})
await db.$disconnect()
if (check.firstBreak) {
  const { rootId, number, reason } = check.firstBreak
  console.error(`The log is broken at step ${number} of ${rootId}: ${reasons[reason]}.`)
  process.exitCode = 1
} else {
  console.log(`The log is whole: ${check.roots} subjects, ${check.steps} steps.`)
}
