/**
 * Loaded into `worker.ts` before it starts: `node --import <this> worker.ts <folder>`. So what is killed is the real worker with
 * every real job, but for the facts, whose receiver is outside of the database: one file for each message.
 */
import { jobs } from '#app/jobs/jobs.server.ts'
import { outsideReceiver } from './outside-receiver.ts'

const folder = process.argv[2]
if (!folder) throw new Error('Needs a folder')

Object.assign(jobs['workflow.fact'], outsideReceiver(folder, jobs['workflow.fact'].schema))
