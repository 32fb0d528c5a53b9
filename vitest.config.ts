import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '@': file('.') } },
  test: {
    include: ['*.test.ts', '{app,bench,lib,scripts}/**/*.test.ts'],
    globalSetup: './scripts/test-database.ts',
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
})
