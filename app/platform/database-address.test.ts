import { expect, test } from 'vitest'
import { asApplication } from './database-address.server.ts'

test('every address gets the role of the application', () => {
  const address = new URL(asApplication('postgresql://office:word@db.example:5432/docflow?sslmode=require'))
  expect(address.searchParams.get('options')).toBe('-c role=docflow_app')
  expect(address.searchParams.get('sslmode')).toBe('require')
})

test('options of the office are kept, and cannot take the role away', () => {
  const address = new URL(asApplication('postgresql://office@db/docflow?options=-c%20role%3Doffice'))
  // Of two the server takes the last.
  expect(address.searchParams.get('options')).toBe('-c role=office -c role=docflow_app')
})
