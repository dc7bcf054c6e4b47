import { testWorkerRules } from '#test/jobs/worker-rules.ts'

testWorkerRules()
