import { defineConfig } from 'vitest/config'

/** A property test walks a short, fixed road unless told to go the whole way (`npm run test:long`). */
const isLong = process.env.LONG === '1'

const databaseTests = '**/*.db.test.{ts,tsx}'
const serviceTests = '**/*.services.test.ts'
const journeys = 'test/e2e/**/*.test.ts'
const screens = 'test/e2e/screens.test.ts'
const ownOffices = 'test/own-office/**/*.test.ts'
const starts = 'test/start/**/*.test.ts'
const outside = ['node_modules/**', 'build/**', 'data/**']

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: isLong ? 30 * 60_000 : 20_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: 'test', LOG_LEVEL: 'silent', SECRET: 'of the tests, and of nothing else in the world' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...outside, databaseTests, serviceTests, journeys, ownOffices, starts],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [databaseTests],
          exclude: outside,
          globalSetup: 'test/setup/cluster.global.ts',
          setupFiles: 'test/setup/own-database.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'services',
          include: [serviceTests],
          exclude: outside,
          globalSetup: ['test/setup/redis.global.ts', 'test/setup/cluster.global.ts'],
          setupFiles: ['test/setup/own-database.ts', 'test/setup/redis-address.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [journeys],
          exclude: [...outside, screens],
          globalSetup: ['test/setup/chromium.global.ts', 'test/setup/application.global.ts'],
          testTimeout: 5 * 60_000,
          hookTimeout: 5 * 60_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: [screens],
          exclude: outside,
          globalSetup: ['test/setup/chromium.global.ts', 'test/setup/application.global.ts'],
          testTimeout: 5 * 60_000,
          hookTimeout: 5 * 60_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'own-office',
          include: [ownOffices],
          exclude: outside,
          globalSetup: ['test/setup/chromium.global.ts', 'test/setup/cluster.global.ts'],
          setupFiles: 'test/setup/own-database.ts',
          testTimeout: 5 * 60_000,
          hookTimeout: 5 * 60_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'start',
          include: [starts],
          exclude: outside,
          testTimeout: 5 * 60_000,
          hookTimeout: 5 * 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
