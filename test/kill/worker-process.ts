/**
 * A worker to be killed: `worker-process.ts <folder>`. Every job is the real one but for the facts, whose receiver is
 * outside of the database: one file for each message.
 */
import { jobs } from '#app/jobs/jobs.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { outsideReceiver } from './outside-receiver.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Needs a folder')

const worker = await startWorker({
  jobs: { ...jobs, 'workflow.fact': outsideReceiver(folder, jobs['workflow.fact'].schema) },
  lockMilliseconds: 1500,
})
process.on('message', () => void worker.close().then(() => process.exit(0)))
process.send?.('ready')
