import { getAuthTables } from 'better-auth/db'
import { expect, test } from 'vitest'
import { Prisma } from '#prisma/generated/client.ts'

// The application's modules open the database when they are loaded; nothing is asked of it here.
process.env.DATABASE_URL ??= 'postgresql://localhost/none'
const { auth } = await import('./auth.server.ts')

test('the database has every table and column better-auth asks for', () => {
  const missing = Object.values(getAuthTables(auth.options)).flatMap(({ modelName, fields }) => {
    const columns = columnsOf(modelName)
    return ['id', ...Object.entries(fields).map(([name, field]) => field.fieldName ?? name)]
      .filter((column) => !columns.has(column))
      .map((column) => `${modelName}.${column}`)
  })
  expect(missing).toEqual([])
})

function columnsOf(modelName: string): Set<string> {
  const model = `${modelName.charAt(0).toUpperCase()}${modelName.slice(1)}`
  const fields: Record<string, Record<string, string>> = {
    Login: Prisma.LoginScalarFieldEnum,
    LoginSession: Prisma.LoginSessionScalarFieldEnum,
    LoginMethod: Prisma.LoginMethodScalarFieldEnum,
    LoginVerification: Prisma.LoginVerificationScalarFieldEnum,
    RateLimit: Prisma.RateLimitScalarFieldEnum,
    TwoFactor: Prisma.TwoFactorScalarFieldEnum,
  }
  return new Set(Object.keys(fields[model] ?? {}))
}
