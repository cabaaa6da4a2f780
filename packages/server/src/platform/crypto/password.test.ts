import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password verifies against its hash, and no other does', async () => {
  const stored = await hashPassword('丹江街 42 号 correct horse')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(stored, '丹江街 42 号 correct horse')).toBe(true)
  expect(await verifyPassword(stored, '丹江街 42 号 correct horsf')).toBe(false)
  expect(await verifyPassword(stored, '')).toBe(false)
})

test('the same password is hashed differently each time', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'))
})

test('full-width characters from an input method are the same password', async () => {
  expect(await verifyPassword(await hashPassword('Abc12345'), 'Ａｂｃ１２３４５')).toBe(true)
})

test('nobody can sign in to an account that does not exist, whatever the decoy was made from', async () => {
  expect(await verifyPassword(undefined, 'lianxin')).toBe(false)
  expect(await verifyPassword(undefined, '')).toBe(false)
})

test('a hash that cannot be read verifies nothing instead of failing', async () => {
  for (const stored of ['', 'plain text', '$argon2id$v=19$m=19456,t=2,p=1$broken']) {
    expect(await verifyPassword(stored, 'plain text')).toBe(false)
  }
})

test('a password of absurd length is refused before it costs anything', async () => {
  await expect(hashPassword('a'.repeat(257))).rejects.toThrow('too long')
  expect(await verifyPassword(await hashPassword('a'.repeat(256)), 'a'.repeat(257))).toBe(false)
})
