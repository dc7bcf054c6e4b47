/** A worker to be killed: `node worker-process.ts <queue> <folder>`. Its jobs take a while, so that some are in hand when it dies. */
import { startWorker } from '#app/jobs/worker.server.ts'
import { receiverJob } from './receiver.ts'

const [queueName, folder] = process.argv.slice(2)
if (!queueName || !folder) throw new Error('Needs the name of a queue and a folder')

await startWorker({
  jobs: { receive: receiverJob(folder, { takesMilliseconds: 20 }) },
  queueName,
  lockMilliseconds: 1500,
})
process.send?.('running')
