// The thread that reads uploads: one job at a time, each answered by its outcome. Ended from outside where it takes too much.
import { parentPort } from 'node:worker_threads'
import { carryOut, type ReadingJob } from './job.ts'

const port = parentPort
if (port === null) throw new Error('expected to run in a thread of its own')
port.on('message', (job: ReadingJob) => {
  void carryOut(job).then((outcome) => port.postMessage(outcome))
})
