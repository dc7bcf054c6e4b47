/** Runs before each test file of the services: puts the queue on Redis, before the application is loaded. */
import { inject } from 'vitest'

process.env.REDIS_URL = inject('redisUrl')
