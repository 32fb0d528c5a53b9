// Lint, and the borders of the house: which part may know which (DECISIONS.md, design: "each uses only those above it").

/** The subject matter in order: each domain may use the tools and the domains before it. */
const domains = ['events', 'accounts', 'organisations', 'discussion', 'voting', 'strategy', 'proposals', 'assessment', 'partnership', 'volunteering', 'results', 'moderation', 'integrity', 'search', 'opendata', 'ledger', 'privacy']

const forbid = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } })
const noApp = { group: ['@/app/*', '**/app/_components/**'], message: 'lib/ does not know pages: give the page what it needs from a query or a rule.' }

const borders = domains.map((domain, place) => {
  const later = domains.slice(place + 1).flatMap((other) => [`../${other}/*`, `@/lib/${other}/*`])
  return forbid(
    [`lib/${domain}/**`],
    [noApp, ...(later.length ? [{ group: later, message: `${domain} comes before these: let the later domain call a step of ${domain}, or follow its events. tables.ts alone may name them for foreign keys.` }] : [])],
  )
})

export default {
  plugins: ['typescript', 'react', 'react-hooks', 'nextjs', 'jsx-a11y', 'import', 'promise', 'unicorn', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['.next', '.data', 'drizzle', 'public', 'next-env.d.ts', 'test-results'],
  rules: {
    'react/react-in-jsx-scope': 'off',
    'nextjs/no-html-link-for-pages': 'off', // Plain links: a kept page is faster from the server than from the router's old copy.
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'no-await-in-loop': 'off',
    'react/no-danger': 'error',
    'no-eval': 'error',
    'unicorn/no-array-sort': 'off', // toSorted is there, but sorting a fresh copy says the same.
    'import/no-unassigned-import': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-thenable': 'off', // `then` in action() is a word, never awaited.
    'import/no-named-as-default-member': 'off', // fc.assert is how fast-check is read.
    'jsx-a11y/prefer-tag-over-role': 'off', // <p role="status"> is heard where <output> is not.
    'react/no-unstable-nested-components': ['error', { allowAsProps: true }],
    'jsx-a11y/no-noninteractive-tabindex': 'off', // A region that scrolls must be reached by the keyboard.
    'jsx-a11y/no-redundant-roles': 'off', // A table whose rows are blocks on a phone loses its roles.
    'jsx-a11y/no-interactive-element-to-noninteractive-role': 'off',
    'jsx-a11y/control-has-associated-label': 'off', // axe in the browser tests sees what is really there.
    'react/set-state-in-effect': 'off', // A kept page learns where and before whom it is only once it is shown.
    'react/exhaustive-effect-dependencies': 'off', // react-hooks/exhaustive-deps says it, and can be answered.
  },
  overrides: [
    ...borders,
    forbid(['lib/*.ts'], [noApp, { group: domains.filter((domain) => !['events', 'accounts'].includes(domain)).map((domain) => `./${domain}/*`), message: 'A tool has no subject matter: only command.ts and action.ts know events and accounts.' }]),
    forbid(['lib/known-addresses.ts', 'lib/testing.ts'], [noApp]),
    forbid(['lib/*/rules.ts'], [noApp, { group: ['**/db', 'next/*', 'drizzle-orm*', '**/tables', 'node:*'], message: 'Rules are pure: the browser uses them too. Types may come from anywhere.', allowTypeImports: true }]),
    forbid(['app/**'], [{ group: ['@/lib/db', '@/lib/*/tables', '@/lib/*/steps', 'drizzle-orm*', 'postgres'], message: 'Pages read by queries and change by actions; the database is behind them.' }]),
    forbid(['lib/**/*.test.ts', 'e2e/**', 'scripts/**', 'bench/**'], []),
    { files: ['lib/*/tables.ts'], rules: { 'no-restricted-imports': 'off' } },
    { files: ['app/**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } }, // Tests make the rows that they look at.
    { files: ['**/*.test.ts', 'e2e/**'], rules: { 'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert', 'check*'] }], 'vitest/require-to-throw-message': 'off', 'vitest/no-conditional-expect': 'off', 'vitest/valid-expect': 'off', 'no-unmodified-loop-condition': 'off', 'import/no-named-as-default': 'off' } },
    { files: ['**/*.mjs', 'scripts/**', 'bench/**', 'e2e/**'], rules: { 'no-empty-pattern': 'off' } },
  ],
}
